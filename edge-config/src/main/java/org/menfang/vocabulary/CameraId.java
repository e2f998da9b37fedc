package org.menfang.vocabulary;

/// The name of a camera.
///
/// @param value see {@link Name} for its form
public record CameraId(String value) implements Comparable<CameraId> {
    public CameraId {
        Name.check("camera", value);
    }

    @Override
    public int compareTo(CameraId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
