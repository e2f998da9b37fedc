package org.menfang.vocabulary;

/// The opaque number of a person who holds credentials. It is never a name: names stay at the hub.
///
/// @param value see {@link Name} for its form
public record HolderId(String value) implements Comparable<HolderId> {
    public HolderId {
        Name.check("holder", value);
    }

    @Override
    public int compareTo(HolderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
