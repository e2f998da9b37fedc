package org.menfang.vocabulary;

/// The number of an alarm, unique among all that one gate (or the hub itself) ever raised.
///
/// @param value 1 and up
public record AlarmId(long value) implements Comparable<AlarmId> {
    public AlarmId {
        if (value < 1) {
            throw new IllegalArgumentException("alarm numbers begin at 1: " + value);
        }
    }

    @Override
    public int compareTo(AlarmId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
