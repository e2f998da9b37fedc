package org.menfang.hub.store;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;

/// People as rows.
final class PeopleRows {
    private PeopleRows() {}

    static People load(Handle handle) {
        List<Person> people =
                handle.createQuery("SELECT compound, holder, name, household, address FROM person")
                        .map((row, context) ->
                                new Person(
                                        compound(row.getString(1)),
                                        new HolderId(row.getString(2)),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)))
                        .list();
        return People.of(version(handle), people);
    }

    static long version(Handle handle) {
        return handle.createQuery("SELECT version FROM people_version").mapTo(long.class).one();
    }

    static void write(Handle handle, Collection<Person> people) {
        for (Person person : people) {
            handle.execute(
                    "INSERT OR REPLACE INTO person (compound, holder, name, household, address)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    text(person.compound()),
                    person.holder().value(),
                    person.name(),
                    person.household(),
                    person.address());
        }
        handle.execute("UPDATE people_version SET version = version + 1");
    }

    /// SQLite leaves what is deleted in the file until the place is used again, unless it is told
    /// to overwrite it.
    static void delete(Handle handle, Collection<Person> people) {
        handle.execute("PRAGMA secure_delete = ON");
        for (Person person : people) {
            handle.execute(
                    "DELETE FROM person WHERE compound = ? AND holder = ?",
                    text(person.compound()),
                    person.holder().value());
        }
        handle.execute("UPDATE people_version SET version = version + 1");
    }

    /// A holder of any compound stands under no name.
    private static String text(@Nullable CompoundId compound) {
        return compound == null ? "" : compound.value();
    }

    private static @Nullable CompoundId compound(String text) {
        return text.isEmpty() ? null : new CompoundId(text);
    }
}
