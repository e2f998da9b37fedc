package org.menfang.sim.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.menfang.sim.people.Habit;
import org.menfang.sim.people.Home;
import org.menfang.sim.people.Person;

/// What the committee does for a household of elders: a link, a visitor, a neighbour who looks
/// after one of them.
final class OfficeHomes {
    private static final Duration BEFORE_NOW = Duration.ofHours(1);
    private static final Pattern ADDRESS = Pattern.compile("id=\"address\">([^<]+)<");

    private OfficeHomes() {}

    private static Optional<Person> elder(Office office) {
        return office.people().stream()
                .filter(person -> person.habit() == Habit.ELDER && person.home() != null)
                .findFirst();
    }

    private static Optional<String> household(Office office) {
        return elder(office).map(Person::home).map(Home::household).map(Object::toString);
    }

    /// The address is shown this once.
    ///
    /// @return empty if the household has a link already
    static Optional<String> giveLink(Office office)
            throws IOException, InterruptedException, DemoFailure {
        Optional<String> household = household(office);
        String page = "/people/household/" + office.compound() + "/" + household.orElse("");
        if (household.isEmpty() || office.shows(page, page + "/take-back")) {
            return Optional.empty();
        }
        String shown = office.committee().send(page + "/link");
        office.note();
        return Optional.of(HubBrowser.found(ADDRESS, shown));
    }

    static void makePass(Office office) throws IOException, InterruptedException, DemoFailure {
        Optional<String> household = household(office);
        ZonedDateTime from = office.now().minus(BEFORE_NOW);
        if (household.isPresent()) {
            office.unless(
                    "/visitors",
                    "<strong>" + household.get() + "</strong>",
                    () ->
                            office.volunteer()
                                    .send(
                                            "/visitors",
                                            "compound",
                                            office.compound(),
                                            "household",
                                            household.get(),
                                            "plan",
                                            "ONE_DAY",
                                            "day",
                                            from.toLocalDate().toString(),
                                            "hour",
                                            "" + from.getHour()));
        }
    }

    static void lookAfter(Office office) throws IOException, InterruptedException, DemoFailure {
        Optional<Person> elder = elder(office);
        if (elder.isPresent()) {
            office.unless(
                    "/people/care",
                    "data-holder=\"" + elder.get().id() + "\"",
                    () ->
                            office.committee()
                                    .send(
                                            "/people/care",
                                            "compound",
                                            office.compound(),
                                            "holder",
                                            elder.get().id().value(),
                                            "neighbour",
                                            Office.VOLUNTEER,
                                            "by",
                                            "SELF",
                                            "consent",
                                            "yes"));
        }
    }
}
