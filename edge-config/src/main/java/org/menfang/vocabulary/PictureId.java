package org.menfang.vocabulary;

/// The number of a picture that the gate asked for, unique among all that this gate ever asked for.
///
/// @param value 1 and up
public record PictureId(long value) {
    public PictureId {
        if (value < 1) {
            throw new IllegalArgumentException("picture numbers begin at 1: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
