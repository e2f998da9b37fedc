package org.menfang.hub.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.page.Section;
import org.menfang.hub.response.AlarmWatch;
import org.menfang.hub.response.CareApi;
import org.menfang.hub.response.CaringDesk;
import org.menfang.hub.response.ResponseDesk;
import org.menfang.hub.response.Responses;
import org.menfang.hub.response.ShiftEnd;
import org.menfang.hub.response.WorkOrders;
import org.menfang.vocabulary.OperatorName;

/// What people do about the alarms of a board that a test writes.
final class AlarmOffice implements WorkOrders {
    static final String REPAIR = "17";

    final List<String> called = new ArrayList<>();
    final Responses responses = new Responses();
    final Book book;
    final CaringDesk desk;
    final AlarmWatch watch;
    private final ResponseDesk responseDesk;

    AlarmOffice(Desk bare, Clock clock, ZoneId zone) {
        book = Book.open(new InMemoryBookStore(), clock, List.of(responses));
        desk = new CaringDesk(bare, book, responses);
        watch = new AlarmWatch(responses, this);
        responseDesk =
                new ResponseDesk(
                        book,
                        responses,
                        desk::board,
                        ShiftEnd.everyEightHours(zone),
                        this,
                        card -> called.add(card.sourceName()));
    }

    List<Section> sections() {
        return List.of(new CareApi(responseDesk, desk));
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
