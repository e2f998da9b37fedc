package org.menfang.sim.rig;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The wires that hang on the simulated chip of the guest, as the outside world holds them: it
/// pulls at inputs and sees what outputs carry. Runs in the guest.
public final class OutsideWires {
    /// The label of the chip, which has as many lines as that of a Raspberry Pi.
    public static final String LABEL = "pinctrl-rig";

    public static final int LINES = 54;

    private static final Duration LOOK_EVERY = Duration.ofMillis(1);

    private final Path folder;

    private OutsideWires(Path folder) {
        this.folder = folder;
    }

    /// The wires of the guest that this program runs in.
    public static OutsideWires ofThisGuest() {
        String folder = System.getenv("SIM");
        if (folder == null) {
            throw new IllegalStateException("this runs in the guest of the rig only");
        }
        return new OutsideWires(Path.of(folder));
    }

    /// Its folder in the kernel's device tree.
    public Path folder() {
        return folder;
    }

    /// Pulls at a line; nobody pulls against it.
    public void pull(int line, boolean high) {
        write(file(line, "pull"), high ? "pull-up" : "pull-down");
    }

    /// The level that a line carries.
    public boolean isHigh(int line) {
        try {
            return Files.readString(file(line, "value"), US_ASCII).strip().equals("1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until a line carries a level; whether it came in time.
    public boolean await(int line, boolean high, Duration limit) {
        long until = System.nanoTime() + limit.toNanos();
        while (isHigh(line) != high) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return true;
    }

    private Path file(int line, String name) {
        return folder.resolve("sim_gpio" + line).resolve(name);
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
