package org.menfang.hub.response;

import java.util.function.Consumer;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.ForwardingDesk;
import org.menfang.hub.board.NewsStand;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Entry;

/// A desk whose board shows what people do about each alarm, and which tells of every change of
/// that as well.
///
/// Two threads bring news: the loop of the hub, and whoever writes into the book. Each makes the
/// board anew from the newest of both, so that what is told last is true, whoever tells it.
public final class CaringDesk implements ForwardingDesk {
    private final Desk desk;
    private final Responses responses;
    private final NewsStand news = new NewsStand();
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

    private void hear(News heard) {
        switch (heard) {
            case News.BoardChanged _ -> tellBoard();
            case News.EventLogged logged -> news.tell(logged);
        }
    }

    private void tellBoard() {
        synchronized (telling) {
            news.tell(new News.BoardChanged(board()));
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
        return news.subscribe(listener);
    }

    /// Whether anybody hears the news.
    public boolean hasListeners() {
        return news.hasListeners();
    }

    @Override
    public Desk to() {
        return desk;
    }
}
