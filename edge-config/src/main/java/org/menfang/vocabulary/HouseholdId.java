package org.menfang.vocabulary;

/// The opaque number of a household, the unit of quota.
///
/// @param value see {@link Name} for its form
public record HouseholdId(String value) implements Comparable<HouseholdId> {
    public HouseholdId {
        Name.check("household", value);
    }

    @Override
    public int compareTo(HouseholdId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
