package org.menfang.vocabulary;

/// The name of a device that reads credentials.
///
/// @param value see {@link Name} for its form
public record ReaderId(String value) implements Comparable<ReaderId> {
    public ReaderId {
        Name.check("reader", value);
    }

    @Override
    public int compareTo(ReaderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
