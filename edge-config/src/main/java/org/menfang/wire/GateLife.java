package org.menfang.wire;

/// Whether a gate is there: its birth when it connects, and its will when the link breaks.
///
/// @param online false in the will, and when the gate stops on purpose
/// @param version of the software
/// @param lastEventSeq the last event that the gate has written; 0 for none
/// @param lastAlarmSeq the same for alarms
/// @param uptimeMillis time since the gate started, as in {@link Command}
public record GateLife(
        boolean online,
        String version,
        long boot,
        long uptimeMillis,
        long lastEventSeq,
        long lastAlarmSeq) {}
