package org.menfang.hub.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Care;
import org.menfang.hub.book.Book;
import org.menfang.hub.roster.HandOverItem;
import org.menfang.hub.roster.HandOverKind;
import org.menfang.hub.roster.HandOverSource;

/// What is put aside or waits for a repair, for the next shift.
public final class WaitingAlarms implements HandOverSource {
    private final Book book;
    private final Responses responses;
    private final Supplier<Board> board;

    public WaitingAlarms(Book book, Responses responses, Supplier<Board> board) {
        this.book = book;
        this.responses = responses;
        this.board = board;
    }

    @Override
    public List<HandOverItem> open(Instant now) {
        CareSheet sheet = book.read(responses::sheet);
        List<HandOverItem> items = new ArrayList<>();
        sorted(sheet.shelves())
                .forEach(each ->
                        items.add(
                                new HandOverItem(
                                        HandOverKind.SHELVED_ALARM,
                                        Places.of(board.get(), each.getKey()),
                                        null,
                                        each.getValue().by() + ": " + each.getValue().why(),
                                        each.getKey().kind())));
        sorted(sheet.outOfService())
                .forEach(each -> items.add(outOfService(each.getKey(), each.getValue())));
        return items;
    }

    private HandOverItem outOfService(Point point, Care.OutOfService waits) {
        return new HandOverItem(
                HandOverKind.ALARM_OUT_OF_SERVICE,
                Places.of(board.get(), point),
                waits.since(),
                waits.repair(),
                point.kind());
    }

    private static <T> Stream<Map.Entry<Point, T>> sorted(Map<Point, T> points) {
        return points.entrySet().stream().sorted(Map.Entry.comparingByKey(Point.ORDER));
    }
}
