package org.menfang.site;

import java.util.OptionalInt;

/// A chip beside the board's own, on an I2C bus.
///
/// @param name what the wiring table calls it
/// @param bus the number of the bus, 0 to {@link #BUS_MAX}
/// @param address its address on the bus, from {@link Kind#addressMin()} to {@link
///   Kind#addressMax()}
/// @param interrupt the line of the board's own chip that its interrupt output hangs on; empty
///   where it is looked at again and again instead
public record BoardChip(String name, Kind kind, int bus, int address, OptionalInt interrupt) {
    public static final int BUS_MAX = 31;

    /// One without an interrupt line.
    public BoardChip(String name, Kind kind, int bus, int address) {
        this(name, kind, bus, address, OptionalInt.empty());
    }

    public BoardChip {
        if (bus < 0
                || bus > BUS_MAX
                || address < kind.addressMin()
                || address > kind.addressMax()) {
            throw new IllegalArgumentException(
                    "no %s has the address %d on bus %d".formatted(kind, address, bus));
        }
    }

    /// What it can do, and where it answers.
    public enum Kind {
        /// 16 more lines.
        MCP23017(0x20, 0x27, 16, true),
        /// Measures the voltage of 4 lines.
        ADS1115(0x48, 0x4B, 4, false),
        /// Measures the current through one line.
        INA219(0x40, 0x4F, 1, false);

        private static final int MCP23017_HALF_LINES = 8;

        private final int addressMin;
        private final int addressMax;
        private final int lines;
        private final boolean drives;

        Kind(int addressMin, int addressMax, int lines, boolean drives) {
            this.addressMin = addressMin;
            this.addressMax = addressMax;
            this.lines = lines;
            this.drives = drives;
        }

        public int addressMin() {
            return addressMin;
        }

        public int addressMax() {
            return addressMax;
        }

        /// How many lines it has, from 0 on.
        public int lines() {
            return lines;
        }

        /// Whether its lines can be outputs.
        public boolean drives() {
            return drives;
        }

        /// Whether a line can be an output and not an input: the last one of each half of an
        /// MCP23017, which as inputs may spoil what is said on the bus (datasheet DS20001952 since
        /// revision D of 2022).
        public boolean isForOutput(int line) {
            return this == MCP23017 && line % MCP23017_HALF_LINES == MCP23017_HALF_LINES - 1;
        }

        /// Whether its lines are measured.
        public boolean measures() {
            return !drives;
        }
    }
}
