package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.rules.RuleSet;

/// Tells the team that a tenancy ends, fourteen and three days before, once each.
public final class TenancyWatch implements Timed {
    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);
    private static final Duration USE_FOR = Duration.ofDays(1);

    private final Book book;
    private final Register register;
    private final PeopleOffice office;
    private final Teller teller;
    private Instant nextLook = Instant.MIN;

    public TenancyWatch(Book book, Register register, PeopleOffice office, Teller teller) {
        this.book = book;
        this.register = register;
        this.office = office;
        this.teller = teller;
    }

    @Override
    public void tick(Instant now) {
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK_EVERY);
        for (RuleSet rules : office.newestOfAll()) {
            office.tenancies(rules).forEach(tenancy -> look(tenancy, now));
        }
    }

    private void look(Tenancies.Tenancy tenancy, Instant now) {
        OptionalInt days = Tenancies.warningDue(tenancy.until(), now);
        if (days.isPresent() && !wasWarned(tenancy, days.getAsInt())) {
            teller.tell(
                    new Notice(
                            "tenancy",
                            Notice.Urgency.NEWS,
                            "有租期在 " + days.getAsInt() + " 天内到期，请在「住户」页上看。",
                            "A tenancy ends within "
                                    + days.getAsInt()
                                    + " days. The page People says which.",
                            List.of(),
                            now.plus(USE_FOR)));
            book.decide(
                    Book.HUB,
                    _ ->
                            Verdict.write(
                                    new PeopleEntry.TenancyWarned(
                                            tenancy.who().compound(),
                                            tenancy.who().holder(),
                                            tenancy.until(),
                                            days.getAsInt())));
        }
    }

    private boolean wasWarned(Tenancies.Tenancy tenancy, int days) {
        return book.read(() -> register.wasWarned(tenancy.who(), tenancy.until(), days));
    }
}
