package org.menfang.site;

import java.nio.file.Path;

/// How a reader hangs on the gate.
public sealed interface ReaderConnection {
    /// The site file does not say; only a simulated reader needs no more.
    record Unsaid() implements ReaderConnection {}

    /// By two wires of its own, the points `<reader>.d0` and `<reader>.d1`.
    record Wiegand() implements ReaderConnection {}

    /// By a line that readers share.
    ///
    /// @param line the name of the line in {@link Wiring#readerLines()}
    /// @param address its address on that line, 0 to {@link #ADDRESS_MAX}
    record Osdp(String line, int address) implements ReaderConnection {
        public static final int ADDRESS_MAX = 126;

        public Osdp {
            if (address < 0 || address > ADDRESS_MAX) {
                throw new IllegalArgumentException(
                        "an address on a reader line is 0 to " + ADDRESS_MAX + ": " + address);
            }
        }
    }

    /// As a keyboard that types what it reads.
    ///
    /// @param device its event device, below `/dev`
    record Keyboard(Path device) implements ReaderConnection {
        public Keyboard {
            device = Wiring.device(device);
        }
    }

    /// As a serial device that sends lines of text.
    ///
    /// @param device below `/dev`
    /// @param baud its speed, bits a second
    record Serial(Path device, int baud) implements ReaderConnection {
        public Serial {
            device = Wiring.device(device);
        }
    }
}
