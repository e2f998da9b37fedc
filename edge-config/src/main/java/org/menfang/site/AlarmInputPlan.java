package org.menfang.site;

import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;

/// An input that raises an alarm while it is active.
///
/// @param kind PANIC, INTRUSION or TAMPER
public record AlarmInputPlan(AlarmInputId id, String name, AlarmKind kind) {
    public AlarmInputPlan {
        if (kind != AlarmKind.PANIC && kind != AlarmKind.INTRUSION && kind != AlarmKind.TAMPER) {
            throw new IllegalArgumentException(
                    "an alarm input is PANIC, INTRUSION or TAMPER: " + kind);
        }
    }
}
