package org.menfang.sim.people;

import java.util.List;
import java.util.stream.Collectors;

/// The names of the simulated people as the hub imports them: CSV with the columns holder, name,
/// household, address.
public final class PeopleFile {
    private static final String HEADER = "holder,name,household,address\n";

    private PeopleFile() {}

    public static String of(List<Person> people) {
        return people.stream().map(PeopleFile::row).collect(Collectors.joining("", HEADER, ""));
    }

    /// None of our names holds a comma or a quotation mark.
    private static String row(Person person) {
        Home home = person.home();
        String household = home == null ? "" : home.household().value();
        String address = home == null ? "" : home.address();
        return person.id() + "," + person.name() + "," + household + "," + address + "\n";
    }
}
