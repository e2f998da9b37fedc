package org.menfang.wire;

import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;

/// What a person asks of a gate through the hub.
///
/// The expiry is in the gate's own uptime, as the hub last heard it, so that no wall clock on
/// either side can make a release fire late.
///
/// @param boot the start of the gate for which it was made
/// @param expiresAtUptimeMillis the gate's uptime from which on it is refused, in milliseconds
///   since that start
public record Command(
        CommandId id,
        CompoundId compound,
        GateId gate,
        long boot,
        long expiresAtUptimeMillis,
        OperatorName by,
        Order order) {

    /// What is asked.
    public sealed interface Order {
        record ActOnDoor(DoorId door, DoorAct act) implements Order {}

        record AcknowledgeAlarm(AlarmId alarm) implements Order {}

        record ResetAlarm(AlarmId alarm) implements Order {}
    }
}
