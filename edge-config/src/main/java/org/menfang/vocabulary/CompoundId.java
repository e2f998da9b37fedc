package org.menfang.vocabulary;

/// The name of one self-managed estate, a tenant of the hub.
///
/// @param value see {@link Name} for its form
public record CompoundId(String value) implements Comparable<CompoundId> {
    public CompoundId {
        Name.check("compound", value);
    }

    @Override
    public int compareTo(CompoundId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
