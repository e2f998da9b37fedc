package org.menfang.hub.roster;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.DutyCard;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Entry;
import org.menfang.hub.office.Timed;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;

/// A desk whose board says who answers, and which tells of every change of that as well: with a
/// signature, and when a shift begins that nobody has handed over to.
public final class DutyDesk implements Desk, Timed {
    private static final System.Logger LOG = System.getLogger(DutyDesk.class.getName());

    private final Desk desk;
    private final RosterBook roster;
    private final List<Consumer<News>> listeners = new CopyOnWriteArrayList<>();
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

    private void hear(News news) {
        switch (news) {
            case News.BoardChanged _ -> tellBoard();
            case News.EventLogged logged -> tell(logged);
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
            tell(new News.BoardChanged(board()));
        }
    }

    /// One that throws loses its subscription, and nobody else notices.
    private void tell(News news) {
        listeners.removeIf(listener -> !hears(listener, news));
    }

    private static boolean hears(Consumer<News> listener, News news) {
        try {
            listener.accept(news);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a listener to news failed and is dropped", e);
            return false;
        }
    }

    @Override
    public Board board() {
        Known now = known;
        return desk.board().with(now.changes(), now.card());
    }

    @Override
    public Subscription subscribe(Consumer<News> listener) {
        // Two subscriptions of the same listener are two; each ends by itself.
        Consumer<News> own = news -> listener.accept(news);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    @Override
    public List<LoggedEvent> events(long beforeNumber, int count) {
        return desk.events(beforeNumber, count);
    }

    @Override
    public CompletionStage<ActOutcome> acknowledge(AlarmRef alarm, OperatorName by) {
        return desk.acknowledge(alarm, by);
    }

    @Override
    public CompletionStage<ActOutcome> reset(AlarmRef alarm, OperatorName by) {
        return desk.reset(alarm, by);
    }

    @Override
    public CompletionStage<ActOutcome> actOnDoor(
            CompoundId compound, GateId gate, DoorId door, DoorAct act, OperatorName by) {
        return desk.actOnDoor(compound, gate, door, act, by);
    }

    @Override
    public CompletionStage<ActOutcome> holdOpen(
            CompoundId compound, GateId gate, DoorId door, int minutes, OperatorName by) {
        return desk.holdOpen(compound, gate, door, minutes, by);
    }

    @Override
    public CompletionStage<ActOutcome> setLevel(
            CompoundId compound, SiteLevel level, @Nullable Integer minutes, OperatorName by) {
        return desk.setLevel(compound, level, minutes, by);
    }
}
