package org.menfang.sim.osdp;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A serial port or a pseudo-terminal by its path, set to hand every byte on as it is.
///
/// @param path such as `/dev/ttyUSB0`
public record SerialPath(Path path) {
    /// Sets its speed, by the system's own `stty`.
    ///
    /// @throws IOException if it is no terminal, or does not know that speed
    public void prepare(int baud) throws IOException, InterruptedException {
        if (!Files.exists(path)) {
            throw new IOException(path + " is not there");
        }
        Process stty =
                new ProcessBuilder(
                                "stty",
                                "-F",
                                path.toString(),
                                Integer.toString(baud),
                                "raw",
                                "-echo",
                                "clocal",
                                "-hupcl")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (stty.waitFor() != 0) {
            throw new IOException(path + " cannot be set to " + baud + " baud: " + said.strip());
        }
    }

    public InputStream in() throws IOException {
        return new FileInputStream(path.toFile());
    }

    public OutputStream out() throws IOException {
        return new FileOutputStream(path.toFile());
    }
}
