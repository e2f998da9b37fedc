package org.menfang.vocabulary;

/// The name of a set of special days, such as the holidays of a year.
///
/// @param value see {@link Name} for its form
public record SpecialDaysId(String value) implements Comparable<SpecialDaysId> {
    public SpecialDaysId {
        Name.check("set of special days", value);
    }

    @Override
    public int compareTo(SpecialDaysId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
