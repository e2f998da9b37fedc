package org.menfang.hub.alarm;

/// How the open alarms changed.
public sealed interface AlarmChange {
    /// An alarm is new or different.
    record Put(OpenAlarm alarm) implements AlarmChange {}

    /// An alarm is no longer open.
    record Ended(OpenAlarm last) implements AlarmChange {}
}
