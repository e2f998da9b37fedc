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
    /// Output: switches a lamp.
    LAMP(true),
    /// Input: active while a lamp draws current.
    CURRENT(false),
    /// Input: active while a lamp's line is whole.
    LINE(false),
    /// Input: active while an alarm input reports.
    ALARM(false);

    private final boolean output;

    PointRole(boolean output) {
        this.output = output;
    }

    public boolean isOutput() {
        return output;
    }

    /// The role as it stands in the site file.
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
