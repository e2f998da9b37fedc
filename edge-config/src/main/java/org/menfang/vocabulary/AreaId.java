package org.menfang.vocabulary;

/// The name of a space bounded by doors.
///
/// @param value see {@link Name} for its form
public record AreaId(String value) implements Comparable<AreaId> {
    public AreaId {
        Name.check("area", value);
    }

    @Override
    public int compareTo(AreaId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
