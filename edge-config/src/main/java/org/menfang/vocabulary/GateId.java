package org.menfang.vocabulary;

/// The name of one gate controller; also the last part of its certificate name.
///
/// @param value see {@link Name} for its form
public record GateId(String value) implements Comparable<GateId> {
    public GateId {
        Name.check("gate", value);
    }

    @Override
    public int compareTo(GateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
