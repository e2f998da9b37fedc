package org.menfang.vocabulary;

/// The name of one side of a door: a reader or a REX, from one area to another.
///
/// @param value see {@link Name} for its form
public record AccessPointId(String value) implements Comparable<AccessPointId> {
    public AccessPointId {
        Name.check("access-point", value);
    }

    @Override
    public int compareTo(AccessPointId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
