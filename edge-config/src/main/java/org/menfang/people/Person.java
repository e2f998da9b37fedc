package org.menfang.people;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;

/// A person whom the committee knows by name. Gates know the number only.
///
/// @param household the household that the person belongs to; none for a courier
/// @param address where the person lives; may be empty
public record Person(
        HolderId holder, String name, @Nullable HouseholdId household, String address) {
    public static final int NAME_CHARS_MAX = 40;
    public static final int ADDRESS_CHARS_MAX = 100;
}
