package org.menfang.hub.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.escalation.CallOut;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.page.Section;
import org.menfang.hub.response.CareApi;
import org.menfang.hub.response.CaringDesk;
import org.menfang.hub.response.FigurePages;
import org.menfang.hub.response.GuidePages;
import org.menfang.hub.response.ResponseDesk;
import org.menfang.hub.response.Responses;
import org.menfang.hub.response.ShiftEnd;
import org.menfang.hub.response.WorkOrders;
import org.menfang.hub.roster.OnCall;
import org.menfang.vocabulary.OperatorName;

/// What people do about the alarms of a board that a test writes.
final class AlarmOffice implements WorkOrders, OnCall {
    static final String REPAIR = "17";

    final List<Notice> told = new CopyOnWriteArrayList<>();
    final Responses responses = new Responses();
    final Book book;
    final CaringDesk desk;
    final CallOut calls;
    private final ResponseDesk responseDesk;

    AlarmOffice(Desk bare, Clock clock, ZoneId zone) {
        book = Book.open(new InMemoryBookStore(), clock, List.of(responses));
        desk = new CaringDesk(bare, book, responses);
        Words words = new Words();
        calls =
                new CallOut(
                        book,
                        responses,
                        desk::board,
                        new CallOut.Parts(this, told::add, this, clock, zone, words::text));
        responseDesk =
                new ResponseDesk(
                        book, responses, desk::board, ShiftEnd.everyEightHours(zone), this, calls);
    }

    List<Section> sections() {
        return List.of(
                new CareApi(responseDesk, desk),
                new GuidePages(),
                new FigurePages(book, responses, desk::board));
    }

    @Override
    public List<OperatorName> onDuty(Instant now) {
        return List.of(new OperatorName("王建国"), new OperatorName("李大姐"));
    }

    @Override
    public List<OperatorName> everybody() {
        return onDuty(Instant.EPOCH);
    }

    @Override
    public boolean isOpen(String number) {
        return number.equals(REPAIR);
    }

    @Override
    public Optional<String> order(OperatorName by, AlarmCard card) {
        return Optional.of(REPAIR);
    }
}
