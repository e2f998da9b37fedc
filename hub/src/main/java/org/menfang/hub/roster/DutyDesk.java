package org.menfang.hub.roster;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.DutyCard;
import org.menfang.hub.board.ForwardingDesk;
import org.menfang.hub.board.NewsStand;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Entry;
import org.menfang.hub.office.Timed;

/// A desk whose board says who answers, and which tells of every change of that as well: with a
/// signature, and when a shift begins that nobody has handed over to.
public final class DutyDesk implements ForwardingDesk, Timed {
    private final Desk desk;
    private final RosterBook roster;
    private final NewsStand news = new NewsStand();
    private final Object telling = new Object();
    private volatile Known known = new Known(0, null);

    /// @param changes how often it has changed: added to the version of the board
    private record Known(long changes, @Nullable DutyCard card) {}

    public DutyDesk(Desk desk, Book book, RosterBook roster) {
        this.desk = desk;
        this.roster = roster;
        book.listen(this::hear);
        desk.subscribe(this::hear);
    }

    private void hear(Entry entry) {
        if (entry.body() instanceof RosterEntry) {
            look(entry.at());
        }
    }

    private void hear(News heard) {
        switch (heard) {
            case News.BoardChanged _ -> tellBoard();
            case News.EventLogged logged -> news.tell(logged);
        }
    }

    @Override
    public void tick(Instant now) {
        look(now);
    }

    private void look(Instant now) {
        DutyCard card = roster.duty(now).map(duty -> card(duty, now)).orElse(null);
        if (learn(card)) {
            tellBoard();
        }
    }

    private synchronized boolean learn(@Nullable DutyCard card) {
        boolean isNew = !Objects.equals(card, known.card());
        if (isNew) {
            known = new Known(known.changes() + 1, card);
        }
        return isNew;
    }

    private DutyCard card(Duty duty, Instant now) {
        return new DutyCard(
                duty.answering().shift().name(),
                roster.onDuty(now),
                duty.since(),
                duty.waiting() ? duty.running().shift().name() : null);
    }

    private void tellBoard() {
        synchronized (telling) {
            news.tell(new News.BoardChanged(board()));
        }
    }

    @Override
    public Board board() {
        Known now = known;
        return desk.board().with(now.changes(), now.card());
    }

    @Override
    public Subscription subscribe(Consumer<News> listener) {
        return news.subscribe(listener);
    }

    @Override
    public Desk to() {
        return desk;
    }
}
