package org.menfang.gate.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.menfang.gate.linux.KernelClock;

/// Asks the kernel first, then the hardware clock.
///
/// A Raspberry Pi 5 has a hardware clock, earlier ones may have one added; with an empty battery it
/// holds a time before this software was made, which {@link OsTimeSource} does not believe.
public final class LinuxClockWitness implements ClockWitness {
    /// Holds `1` if this hardware clock set the wall clock at boot.
    private static final Path HARDWARE_CLOCK = Path.of("/sys/class/rtc/rtc0/hctosys");

    private final BooleanSupplier synchronised;
    private final Path hardwareClock;

    LinuxClockWitness(BooleanSupplier synchronised, Path hardwareClock) {
        this.synchronised = synchronised;
        this.hardwareClock = hardwareClock;
    }

    /// The witness of this machine.
    public static LinuxClockWitness ofThisMachine() {
        return new LinuxClockWitness(new KernelClock()::isSynchronised, HARDWARE_CLOCK);
    }

    @Override
    public Testimony ask() {
        if (synchronised.getAsBoolean()) {
            return Testimony.SYNCHRONISED;
        }
        return hardwareClockSetTime() ? Testimony.SET_BY_HARDWARE_CLOCK : Testimony.NONE;
    }

    private boolean hardwareClockSetTime() {
        try {
            return Files.readString(hardwareClock).strip().equals("1");
        } catch (NoSuchFileException e) {
            // Most boards have none.
            return false;
        } catch (IOException e) {
            // A hardware clock that cannot be asked does not vouch: the visible state follows.
            return false;
        }
    }
}
