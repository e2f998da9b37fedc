package org.menfang.sim.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.people.Home;
import org.menfang.sim.people.Person;

/// The people of the compound and the numbers on their cards.
record PeopleList(List<PersonView> people) {
    record PersonView(
            String holder, String name, String habit, @Nullable String address, int card) {}

    static PeopleList of(List<Person> people) {
        return new PeopleList(people.stream().map(PeopleList::view).toList());
    }

    private static PersonView view(Person person) {
        Home home = person.home();
        return new PersonView(
                person.id().value(),
                person.name(),
                person.habit().name(),
                home == null ? null : home.address(),
                person.card().number());
    }
}
