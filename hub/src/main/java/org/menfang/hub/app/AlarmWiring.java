package org.menfang.hub.app;

import java.time.InstantSource;
import java.util.List;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.escalation.CallOut;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.repair.RepairBook;
import org.menfang.hub.response.CareApi;
import org.menfang.hub.response.CaringDesk;
import org.menfang.hub.response.FigurePages;
import org.menfang.hub.response.GuidePages;
import org.menfang.hub.response.ResponseDesk;
import org.menfang.hub.response.Responses;
import org.menfang.hub.response.WorkOrders;
import org.menfang.hub.roster.RosterBook;
import org.menfang.hub.web.Words;

/// What people do about alarms, and how they are called to them, put together.
final class AlarmWiring {
    private final Book book;
    private final Responses responses;
    private final CaringDesk desk;
    private final CallOut calls;
    private final ResponseDesk responseDesk;

    /// What alarms need of other areas.
    record Others(RosterBook roster, RepairBook repairs, Teller teller, InstantSource clock) {}

    AlarmWiring(Book book, Responses responses, OfficeNeeds needs, Others others) {
        this.book = book;
        this.responses = responses;
        desk = new CaringDesk(needs.desk(), book, responses);
        WorkOrders orders = new AlarmOrders(others.repairs(), desk::board);
        Words words = new Words();
        calls =
                new CallOut(
                        book,
                        responses,
                        desk::board,
                        new CallOut.Parts(
                                others.roster(),
                                others.teller(),
                                orders,
                                others.clock(),
                                needs.zone(),
                                words::text));
        responseDesk =
                new ResponseDesk(
                        book, responses, desk::board, others.roster()::shiftEnd, orders, calls);
    }

    Desk desk() {
        return desk;
    }

    List<Section> sections() {
        return List.of(
                new CareApi(responseDesk, desk),
                new GuidePages(),
                new FigurePages(book, responses, desk::board));
    }

    List<Timed> timed() {
        return List.of(calls);
    }
}
