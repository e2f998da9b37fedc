package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.repair.RepairBook;
import org.menfang.hub.response.AlarmWatch;
import org.menfang.hub.response.CareApi;
import org.menfang.hub.response.CaringDesk;
import org.menfang.hub.response.ResponseDesk;
import org.menfang.hub.response.Responses;
import org.menfang.hub.response.ShiftEnd;
import org.menfang.hub.response.WorkOrders;

/// What people do about alarms, put together.
final class AlarmWiring {
    private final CaringDesk desk;
    private final ResponseDesk responseDesk;
    private final AlarmWatch watch;
    private final Book book;

    AlarmWiring(Book book, Responses responses, Desk desk, ShiftEnd shifts, RepairBook repairs) {
        WorkOrders orders = new AlarmOrders(repairs, desk::board);
        this.book = book;
        this.desk = new CaringDesk(desk, book, responses);
        this.responseDesk =
                new ResponseDesk(book, responses, this.desk::board, shifts, orders, card -> {});
        this.watch = new AlarmWatch(responses, orders);
    }

    Desk desk() {
        return desk;
    }

    List<Section> sections() {
        return List.of(new CareApi(responseDesk, desk));
    }

    List<Timed> timed() {
        return List.of(watch.onto(book, desk::board));
    }
}
