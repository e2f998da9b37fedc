package org.menfang.sim.osdp;

/// What a light of a reader shows, in the order of the standard.
public enum LightColor {
    BLACK,
    RED,
    GREEN,
    AMBER,
    BLUE,
    MAGENTA,
    CYAN,
    WHITE;

    /// A number that no color has shows nothing.
    static LightColor of(int number) {
        return number < values().length ? values()[number] : BLACK;
    }
}
