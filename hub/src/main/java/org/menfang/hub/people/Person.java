package org.menfang.hub.people;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;

/// One holder, as people know them.
///
/// @param compound whose holder it is; none for a holder of any compound
/// @param household what people call the household; may be empty
/// @param address where it lives; may be empty
public record Person(
        @Nullable CompoundId compound,
        HolderId holder,
        String name,
        String household,
        String address) {
    public static final int TEXT_CHARS_MAX = 100;

    public Person {
        check("name", name);
        check("household", household);
        check("address", address);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a person has a name");
        }
    }

    private static void check(String what, String text) {
        if (text.length() > TEXT_CHARS_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a " + what + " has up to " + TEXT_CHARS_MAX + " printable characters");
        }
    }
}
