package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.book.Book;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.people.EnrolPages;
import org.menfang.hub.people.PeopleOffice;
import org.menfang.hub.people.PeoplePages;

/// People, households and their visitors, put together.
final class PeopleWiring {
    private final PeopleOffice people;
    private final OfficeNeeds needs;

    PeopleWiring(PeopleChapters chapters, Book book, OfficeNeeds needs) {
        this.needs = needs;
        people = new PeopleOffice(book, chapters.register(), needs.rules(), needs.names());
    }

    List<Section> sections() {
        return List.of(
                new PeoplePages(people, needs.desk(), needs.finder()),
                new EnrolPages(people, needs.desk()));
    }

    List<Timed> timed() {
        return List.of();
    }
}
