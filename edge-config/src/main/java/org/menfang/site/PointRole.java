package org.menfang.site;

import java.util.Locale;

/// What a point does for the device it belongs to.
public enum PointRole {
    /// Output: secures or releases a door.
    LOCK(true),
    /// Input: active while a door's leaf is open.
    MONITOR(false),
    /// Input: active while somebody asks to leave.
    REX(false),
    /// Input: active in fire.
    FIRE(false),
    /// Input: active while a photocell finds it dark.
    DARK(false),
    /// Output: switches a lamp.
    LAMP(true),
    /// Input: active while a lamp draws current.
    CURRENT(false),
    /// Input: active while a lamp's line is whole.
    LINE(false),
    /// Input: active while an alarm input reports.
    ALARM(false),
    /// Input: active while something is under the arm of a barrier.
    LOOP(false),
    /// Output: sounds a siren.
    SIREN(true),
    /// Output: the light beside a siren.
    STROBE(true),
    /// Input: a pulse for each 0 that a reader sends.
    D0(false),
    /// Input: a pulse for each 1 that a reader sends.
    D1(false),
    /// Output: the green light of a reader.
    GREEN(true),
    /// Output: the red light of a reader.
    RED(true),
    /// Output: the buzzer of a reader.
    BUZZER(true);

    private final boolean output;

    PointRole(boolean output) {
        this.output = output;
    }

    public boolean isOutput() {
        return output;
    }

    /// Whether it is a wire to a reader: it belongs to the reader's connection, and is neither an
    /// input nor an output of the gate itself.
    public boolean isOfReader() {
        return switch (this) {
            case D0, D1, GREEN, RED, BUZZER -> true;
            case LOCK, MONITOR, REX, FIRE, DARK, LAMP, CURRENT, LINE, ALARM, LOOP, SIREN, STROBE ->
                    false;
        };
    }

    /// The role as it stands in the site file.
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
