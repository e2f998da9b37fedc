package org.menfang.hub.response;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Entry;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;

/// A desk whose board shows what people do about each alarm, and which tells of every change of
/// that as well.
///
/// Two threads bring news: the loop of the hub, and whoever writes into the book. Each makes the
/// board anew from the newest of both, so that what is told last is true, whoever tells it.
public final class CaringDesk implements Desk {
    private static final System.Logger LOG = System.getLogger(CaringDesk.class.getName());

    private final Desk desk;
    private final Responses responses;
    private final List<Consumer<News>> listeners = new CopyOnWriteArrayList<>();
    private final Object telling = new Object();
    private volatile CareSheet sheet;
    private volatile Shown shown = new Shown(Board.EMPTY, CareSheet.EMPTY, Board.EMPTY);

    /// A board, and what it was made from.
    private record Shown(Board bare, CareSheet sheet, Board board) {}

    public CaringDesk(Desk desk, Book book, Responses responses) {
        this.desk = desk;
        this.responses = responses;
        this.sheet = book.read(responses::sheet);
        book.listen(this::hear);
        desk.subscribe(this::hear);
    }

    /// The writer of the book calls it, and keeps others out of it meanwhile.
    private void hear(Entry entry) {
        if (entry.body() instanceof AlarmEntry) {
            sheet = responses.sheet();
            tellBoard();
        }
    }

    private void hear(News news) {
        switch (news) {
            case News.BoardChanged _ -> tellBoard();
            case News.EventLogged logged -> tell(logged);
        }
    }

    private void tellBoard() {
        synchronized (telling) {
            tell(new News.BoardChanged(board()));
        }
    }

    /// One that throws loses its subscription, and nobody else notices.
    private void tell(News news) {
        List<Consumer<News>> failed =
                listeners.stream().filter(listener -> !hears(listener, news)).toList();
        listeners.removeAll(failed);
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
    @SuppressWarnings("ReferenceEquality") // The same parts make the same board.
    public Board board() {
        Board bare = desk.board();
        CareSheet now = sheet;
        Shown last = shown;
        if (last.bare() == bare && last.sheet() == now) {
            return last.board();
        }
        Board board = now.on(bare);
        shown = new Shown(bare, now, board);
        return board;
    }

    @Override
    public Subscription subscribe(Consumer<News> listener) {
        // Two subscriptions of the same listener are two; each ends by itself.
        Consumer<News> own = news -> listener.accept(news);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /// Whether anybody hears the news.
    public boolean hasListeners() {
        return !listeners.isEmpty();
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
