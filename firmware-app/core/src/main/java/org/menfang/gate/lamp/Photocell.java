package org.menfang.gate.lamp;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;

/// What a photocell says of the light outside. What it says counts once it has said so for {@link
/// Limits#DARKNESS_STILL}.
///
/// @param dark what counts
/// @param changesAt when the other will count; none while it says what counts
record Photocell(boolean dark, @Nullable MonotonicTime changesAt) {
    /// One that has said nothing, or is not there.
    static final Photocell LIGHT = new Photocell(false, null);

    Photocell told(boolean nowDark, MonotonicTime now) {
        if (nowDark == dark) {
            return new Photocell(dark, null);
        }
        return changesAt == null ? new Photocell(dark, now.plus(Limits.DARKNESS_STILL)) : this;
    }

    Photocell timeIsDue(MonotonicTime now) {
        return changesAt != null && !now.isBefore(changesAt) ? new Photocell(!dark, null) : this;
    }

    MonotonicTime wakeAt() {
        return MonotonicTime.orNever(changesAt);
    }
}
