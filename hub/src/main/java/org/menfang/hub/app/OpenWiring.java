package org.menfang.hub.app;

import java.time.ZoneId;
import java.util.List;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.money.MoneyBook;
import org.menfang.hub.money.MoneyPages;
import org.menfang.hub.office.Timed;
import org.menfang.hub.open.FactReader;
import org.menfang.hub.open.OpenPages;
import org.menfang.hub.open.UptimeRecorder;
import org.menfang.hub.page.Section;
import org.menfang.hub.repair.RepairBook;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.roster.RosterBook;
import org.menfang.hub.store.KnownNames;
import org.menfang.hub.store.SqliteUptime;

/// What is shown in public and what is kept, put together.
final class OpenWiring {
    /// What the other areas lend.
    record Others(Book book, Rights rights, RosterBook roster, RepairBook repairs) {}

    private final MoneyPages moneyPages;
    private final OpenPages openPages;
    private final UptimeRecorder uptime;

    OpenWiring(OpenChapters chapters, Others others, OfficeNeeds needs) {
        Book book = others.book();
        ZoneId zone = needs.zone();
        Desk desk = needs.desk();
        MoneyBook money =
                new MoneyBook(book, chapters.ledgers(), others.rights()::areOfTwoBodies, zone);
        SqliteUptime times = new SqliteUptime(needs.database());
        KnownNames names = new KnownNames(needs.database());
        FactReader facts =
                new FactReader(
                        new FactReader.Sources(
                                desk::board,
                                others.roster(),
                                times,
                                others.repairs(),
                                money,
                                book::head,
                                names::get,
                                zone));
        uptime = new UptimeRecorder(desk::board, times, zone);
        moneyPages = new MoneyPages(money, new PictureReceipts(needs.pictures()), facts::compounds);
        openPages = new OpenPages(facts);
    }

    List<Section> sections() {
        return List.of(moneyPages, openPages);
    }

    List<Timed> timed() {
        return List.of(uptime);
    }
}
