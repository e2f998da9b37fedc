package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.book.Book;
import org.menfang.hub.household.HomePages;
import org.menfang.hub.household.HouseholdDesk;
import org.menfang.hub.household.LinkPages;
import org.menfang.hub.household.PassPages;
import org.menfang.hub.household.VisitorPages;
import org.menfang.hub.household.VisitorsInside;
import org.menfang.hub.keep.Held;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.people.CarePages;
import org.menfang.hub.people.CareWatch;
import org.menfang.hub.people.DevicePages;
import org.menfang.hub.people.EnrolPages;
import org.menfang.hub.people.ForgetPages;
import org.menfang.hub.people.Forgetting;
import org.menfang.hub.people.ImportPages;
import org.menfang.hub.people.ManyPages;
import org.menfang.hub.people.PeopleOffice;
import org.menfang.hub.people.PeoplePages;
import org.menfang.hub.people.PicturesOfPeople;
import org.menfang.hub.people.TenancyWatch;
import org.menfang.hub.roster.HandOverSource;
import org.menfang.hub.rulebook.RulebookDesk;
import org.menfang.hub.rulebook.RulebookPages;

/// People, households and their visitors, put together.
final class PeopleWiring {
    private final PeopleOffice people;
    private final HouseholdDesk households;
    private final CareWatch care;
    private final TenancyWatch tenancies;
    private final ImportPages imports;
    private final PeoplePages pages;
    private final Forgetting forgetting;
    private final ManyPages many;
    private final RulebookDesk rules;
    private final OfficeNeeds needs;

    /// What the other areas lend.
    ///
    /// @param held what must stay
    record Others(RightsWiring rights, Teller teller, Held held) {}

    PeopleWiring(PeopleChapters chapters, Book book, OfficeNeeds needs, Others others) {
        this.needs = needs;
        RightsWiring rights = others.rights();
        Teller teller = others.teller();
        people = new PeopleOffice(book, chapters.register(), needs.rules(), needs.names());
        households =
                new HouseholdDesk(
                        book, chapters.households(), people, needs.passes(), needs.rules());
        care =
                new CareWatch(
                        book, chapters.cared(), () -> needs.desk().board(), needs.finder(), teller);
        tenancies = new TenancyWatch(book, chapters.register(), people, teller);
        imports = new ImportPages(people, rights.graves(), needs.imports());
        many = new ManyPages(people, rights.graves());
        forgetting =
                new Forgetting(
                        book,
                        chapters.register(),
                        people,
                        rights.graves(),
                        new Forgetting.Places(
                                needs.names(),
                                needs.imports(),
                                care,
                                new PicturesOfPeople(
                                        needs.finder(),
                                        needs.pictures()::delete,
                                        others.held()::pictures),
                                households::empty));
        pages = new PeoplePages(people, needs.desk(), needs.finder());
        rules =
                new RulebookDesk(
                        book,
                        chapters.rulebook(),
                        needs.rules(),
                        rights.authority(),
                        rights.graves(),
                        new RulebookDesk.Files(needs.imports(), needs.times()));
    }

    /// Visitors for whom the next shift has to look.
    HandOverSource visitorsInside() {
        return new VisitorsInside(households, needs.finder());
    }

    List<Section> sections() {
        return List.of(
                pages,
                new EnrolPages(people, needs.desk()),
                imports,
                new ForgetPages(people, forgetting),
                many,
                new DevicePages(() -> needs.desk().board()),
                new CarePages(people, care),
                new LinkPages(households),
                new VisitorPages(
                        households, people, needs.desk(), needs.finder(), needs.assistedEntry()),
                new RulebookPages(rules, pages::news),
                new HomePages(households, needs.finder()),
                new PassPages(households, needs.finder()));
    }

    List<Timed> timed() {
        return List.of(care, tenancies, forgetting);
    }
}
