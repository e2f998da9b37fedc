package org.menfang.gate.serial;

import java.io.IOException;
import org.menfang.gate.hardware.ByteLine;
import org.menfang.site.ReaderLine;

/// Opens the lines that readers share, whatever they are.
public final class ReaderLines {
    private ReaderLines() {}

    /// @throws IOException if it is not to be had now; the message says what a person can do
    public static ByteLine open(ReaderLine line) throws IOException {
        return switch (line) {
            case ReaderLine.Device(var path, int baud) -> SerialLine.open(path, baud);
            case ReaderLine.Tcp(String host, int port) -> TcpLine.open(host, port);
        };
    }
}
