package org.menfang.wire;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;

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

        /// Hold a door open for somebody who moves house; it ends by itself.
        ///
        /// @param minutes 1 to what the rules allow
        record HoldOpen(DoorId door, int minutes) implements Order {}

        /// Let a holder in who has neither card nor phone. All rules apply but those about what is
        /// shown.
        record AssistEntry(AccessPointId accessPoint, HolderId holder) implements Order {}

        /// Forget where a holder is.
        record ForgivePlace(HolderId holder) implements Order {}

        /// Set the level of the compound at this gate.
        ///
        /// @param minutes how long it lasts, up to what the rules allow; none: as long as that
        record SetLevel(SiteLevel level, @Nullable Integer minutes) implements Order {}

        record AcknowledgeAlarm(AlarmId alarm) implements Order {}

        record ResetAlarm(AlarmId alarm) implements Order {}
    }
}
