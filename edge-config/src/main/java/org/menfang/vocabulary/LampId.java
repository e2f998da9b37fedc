package org.menfang.vocabulary;

/// The name of a lamp circuit.
///
/// @param value see {@link Name} for its form
public record LampId(String value) implements Comparable<LampId> {
    public LampId {
        Name.check("lamp", value);
    }

    @Override
    public int compareTo(LampId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
