package org.menfang.sim.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.device.SimulatedTag;
import org.menfang.sim.people.Home;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.PersonalTags;

/// The people of the compound, the numbers on their cards, their PINs and their tags.
record PeopleList(List<PersonView> people) {
    /// @param tag the number of their tag
    /// @param taps how often that was tapped
    record PersonView(
            String holder,
            String name,
            String habit,
            @Nullable String address,
            int card,
            String pin,
            @Nullable String tag,
            int taps) {}

    static PeopleList of(List<Person> people, PersonalTags tags) {
        return new PeopleList(
                people.stream()
                        .map(person -> view(person, tags.of(person.id()).orElse(null)))
                        .toList());
    }

    private static PersonView view(Person person, @Nullable SimulatedTag tag) {
        Home home = person.home();
        return new PersonView(
                person.id().value(),
                person.name(),
                person.habit().name(),
                home == null ? null : home.address(),
                person.card().number(),
                person.pin(),
                tag == null ? null : tag.uid().value(),
                tag == null ? 0 : tag.counter());
    }
}
