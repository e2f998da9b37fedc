package org.menfang.vocabulary;

/// The name of a panic button, an intrusion detector or a tamper contact.
///
/// @param value see {@link Name} for its form
public record AlarmInputId(String value) implements Comparable<AlarmInputId> {
    public AlarmInputId {
        Name.check("alarm-input", value);
    }

    @Override
    public int compareTo(AlarmInputId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
