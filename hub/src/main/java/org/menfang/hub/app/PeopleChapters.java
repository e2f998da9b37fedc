package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.people.Register;

/// What is known of people beside the rules and their names.
record PeopleChapters(Register register) {
    static PeopleChapters empty() {
        return new PeopleChapters(new Register());
    }

    List<Chapter> all() {
        return List.of(register);
    }
}
