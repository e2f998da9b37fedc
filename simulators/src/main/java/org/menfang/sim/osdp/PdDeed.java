package org.menfang.sim.osdp;

/// Something that happened between a reader and its panel.
public sealed interface PdDeed {
    /// Lights, buzzer or outputs were told something.
    record Commanded(String what) implements PdDeed {}

    /// A card, keys or a state went to the panel, which asks again if it did not arrive.
    record Reported(String what) implements PdDeed {}

    record SessionBegun(boolean byDefaultKey) implements PdDeed {}

    record SessionEnded() implements PdDeed {}

    /// The reader was given a key; it takes no other from now on.
    record KeyGiven() implements PdDeed {}

    record Moved(int address, int baud) implements PdDeed {}

    record Refused(String why) implements PdDeed {}
}
