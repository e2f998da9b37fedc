package org.menfang.vocabulary;

/// What sort of thing an alarm comes from.
public enum DeviceKind {
    GATE,
    DOOR,
    READER,
    LAMP,
    CAMERA,
    ALARM_INPUT
}
