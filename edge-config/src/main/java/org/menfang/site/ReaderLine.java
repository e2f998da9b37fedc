package org.menfang.site;

import java.nio.file.Path;

/// A line that several readers share.
public sealed interface ReaderLine {
    /// A serial device of the board, such as RS-485 at an UART.
    ///
    /// @param path below `/dev`
    /// @param baud its speed, bits a second
    record Device(Path path, int baud) implements ReaderLine {
        public Device {
            path = Wiring.device(path);
        }
    }

    /// A converter in the network that passes bytes on.
    record Tcp(String host, int port) implements ReaderLine {}
}
