package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.household.Households;
import org.menfang.hub.people.Cared;
import org.menfang.hub.people.Register;
import org.menfang.hub.rulebook.Rulebook;

/// What is known of people beside the rules and their names.
record PeopleChapters(Register register, Households households, Cared cared, Rulebook rulebook) {
    static PeopleChapters empty() {
        return new PeopleChapters(new Register(), new Households(), new Cared(), new Rulebook());
    }

    List<Chapter> all() {
        return List.of(register, households, cared, rulebook);
    }
}
