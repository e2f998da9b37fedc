package org.menfang.gate.alarm;

import java.time.Instant;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;

/// One alarm that a person has not reset.
///
/// @param id the `alarms` sequence of the event that raised it
/// @param detail what a person needs to know beyond kind and source; may be empty
/// @param raisedAt the wall clock when it was raised first
public record Alarm(
        AlarmId id,
        AlarmKind kind,
        AlarmSource source,
        String detail,
        AlarmState state,
        Instant raisedAt) {
    /// The same alarm in another state.
    Alarm in(AlarmState next) {
        return new Alarm(id, kind, source, detail, next, raisedAt);
    }
}
