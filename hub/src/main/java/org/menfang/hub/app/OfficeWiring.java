package org.menfang.hub.app;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.BookStore;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.GravePages;
import org.menfang.hub.rights.Permissions;
import org.menfang.hub.rights.Rights;

/// Everything that people do at the hub beside the board, put together.
final class OfficeWiring {
    private final Rights rights = new Rights();
    private final GraveCases graveCases = new GraveCases();
    private final CaseChapters caseChapters = CaseChapters.empty();
    private final Book book;
    private final GraveBook graveBook;
    private final CasesWiring cases;

    /// @throws org.menfang.hub.book.DamagedBookException if the log is not the one that was written
    OfficeWiring(BookStore store, InstantSource clock, Desk desk) {
        book = Book.open(store, clock, chapters());
        graveBook = new GraveBook(book, graveCases, rights);
        cases = new CasesWiring(caseChapters, book, desk);
    }

    private List<Chapter> chapters() {
        List<Chapter> all = new ArrayList<>();
        all.add(rights);
        all.add(graveCases);
        all.addAll(caseChapters.all());
        return all;
    }

    Permissions permissions() {
        return (who, right) -> book.read(() -> rights.may(who, right));
    }

    ConsoleAppointments appointments() {
        return new ConsoleAppointments(book, rights);
    }

    /// The pages of all areas, in the order of the menu.
    List<Section> sections() {
        List<Section> all = new ArrayList<>(cases.sections());
        all.add(new GravePages(graveBook));
        return all;
    }

    /// What has to look at the clock.
    List<Timed> timed() {
        List<Timed> all = new ArrayList<>(cases.timed());
        all.add(graveBook);
        return all;
    }
}
