package org.menfang.vocabulary;

/// The name of a weekly schedule.
///
/// @param value see {@link Name} for its form
public record ScheduleId(String value) implements Comparable<ScheduleId> {
    public ScheduleId {
        Name.check("schedule", value);
    }

    @Override
    public int compareTo(ScheduleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
