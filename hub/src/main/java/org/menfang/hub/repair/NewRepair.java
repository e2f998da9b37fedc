package org.menfang.hub.repair;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// Something that is broken, as it is reported.
///
/// @param place where, in the words of people; shown in public, so no names
/// @param what is broken, in the words of people; shown in public, so no names. It may be empty
///   where a fault is measured: that says it already
/// @param fault what the gate itself measures of it; none where only people can see it
/// @param seenAt when it was first seen
public record NewRepair(
        CompoundId compound,
        String place,
        String what,
        @Nullable MeasuredFault fault,
        Instant seenAt) {
    public static final int TEXT_CHARS_MAX = 200;

    /// Whether it is the same thing that is broken: what is reported twice is mended once.
    public boolean isSameAs(NewRepair other) {
        if (!compound.equals(other.compound) || !Objects.equals(fault, other.fault)) {
            return false;
        }
        return fault != null || (isSameText(place, other.place) && isSameText(what, other.what));
    }

    private static boolean isSameText(String one, String other) {
        return one.replaceAll("\\s", "").equalsIgnoreCase(other.replaceAll("\\s", ""));
    }

    /// A fault that a gate measures: the repair is done when this alarm has returned, and not
    /// before.
    public record MeasuredFault(GateId gate, AlarmKind kind, AlarmSource source) {}
}
