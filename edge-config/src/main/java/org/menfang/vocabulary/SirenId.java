package org.menfang.vocabulary;

/// The name of a siren.
///
/// @param value see {@link Name} for its form
public record SirenId(String value) implements Comparable<SirenId> {
    public SirenId {
        Name.check("siren", value);
    }

    @Override
    public int compareTo(SirenId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
