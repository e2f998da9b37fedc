package org.menfang.site;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;

/// An input that raises an alarm while it is active.
///
/// @param kind one of {@link #KINDS}
public record AlarmInputPlan(AlarmInputId id, String name, AlarmKind kind) {
    /// What an input can report.
    public static final Set<AlarmKind> KINDS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            AlarmKind.PANIC,
                            AlarmKind.INTRUSION,
                            AlarmKind.TAMPER,
                            AlarmKind.MAINS_LOST,
                            AlarmKind.BATTERY_LOW));

    public AlarmInputPlan {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("an alarm input is one of " + KINDS + ": " + kind);
        }
    }
}
