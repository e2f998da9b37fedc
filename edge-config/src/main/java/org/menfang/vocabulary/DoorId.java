package org.menfang.vocabulary;

/// The name of a door, barrier or turnstile with a lock and a monitor.
///
/// @param value see {@link Name} for its form
public record DoorId(String value) implements Comparable<DoorId> {
    public DoorId {
        Name.check("door", value);
    }

    @Override
    public int compareTo(DoorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
