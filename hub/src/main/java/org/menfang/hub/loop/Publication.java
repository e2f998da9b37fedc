package org.menfang.hub.loop;

import java.time.Duration;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk.News;
import org.menfang.hub.board.NewsStand;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.hub.people.People;
import org.menfang.hub.store.TakenPicture;

/// What pages see: the board, the people's names, and the news. The loop writes it, any thread
/// reads it.
final class Publication {
    /// How often the board is renewed when only the age of something on it is new.
    private static final Duration AGE_TICK = Duration.ofSeconds(1);

    private final EventLog log;
    private final NewsStand news;
    private volatile Board board = Board.EMPTY;
    private volatile People people = People.NOBODY;
    private volatile boolean linkUp;
    private boolean ageChanged;
    private long madeAtMillis;

    Publication(EventLog log, NewsStand news) {
        this.log = log;
        this.news = news;
    }

    Board board() {
        return board;
    }

    People people() {
        return people;
    }

    boolean isLinkUp() {
        return linkUp;
    }

    /// Shows what a group has changed, now that it is durable.
    void follow(Draft draft, HubController controller, HubMoment now) {
        people = controller.people();
        linkUp = controller.isListening();
        ageChanged |= draft.isAgeChanged();
        boolean aged = ageChanged && now.monotonicMillis() - madeAtMillis >= AGE_TICK.toMillis();
        if (draft.isBoardChanged() || aged) {
            show(controller, now);
        }
        if (news.hasListeners()) {
            tell(draft);
        }
    }

    void show(HubController controller, HubMoment now) {
        ageChanged = false;
        madeAtMillis = now.monotonicMillis();
        board = controller.board(board.version() + 1, now.wall());
        news.tell(new News.BoardChanged(board));
    }

    private void tell(Draft draft) {
        for (Draft.Logged logged : draft.logged()) {
            news.tell(
                    new News.EventLogged(log.log(logged.stored(), logged.event(), people, board)));
        }
        for (TakenPicture taken : draft.pictures()) {
            log.askedFor(taken.gate(), taken.picture(), people, board)
                    .ifPresent(event -> news.tell(new News.EventLogged(event)));
        }
    }
}
