package org.menfang.gate.board;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.gpio.LinuxGpioChip;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.ReaderInstalls;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.gate.i2c.I2cChips;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.site.CameraPlan;
import org.menfang.site.PinPlan;
import org.menfang.site.Site;

/// This machine. It has no clock and no cameras of its own: the system's clock is used, and cameras
/// are reached by file or network.
final class LinuxHardware implements Hardware {
    private static final Logger LOG = System.getLogger(LinuxHardware.class.getName());

    private final Site site;
    private final LinuxGpioChip chip;
    private final I2cChips chips;
    private final Path keys;
    private volatile @Nullable LinuxReaders readers;

    LinuxHardware(Site site, LinuxGpioChip chip, I2cChips chips, Path keys) {
        this.site = site;
        this.chip = chip;
        this.chips = chips;
        this.keys = keys;
    }

    @Override
    public GpioChip gpio() {
        return chip;
    }

    @Override
    public GpioChip chip(String name) throws IOException {
        return name.equals(PinPlan.BOARD) ? chip : chips.chip(name);
    }

    @Override
    public Readers connectReaders(ReaderListener listener) {
        LinuxReaders connected = LinuxReaders.connect(site, chip, this::chip, keys, listener);
        readers = connected;
        return connected;
    }

    @Override
    public ReaderInstalls readerInstalls() {
        LinuxReaders connected = readers;
        return connected == null ? ReaderInstalls.NONE : connected.installs();
    }

    @Override
    public List<ReaderState> readerStates() {
        LinuxReaders connected = readers;
        return connected == null ? List.of() : connected.states();
    }

    /// Whoever listens to a line and is deaf is as bad as a reader that is.
    @Override
    public boolean readersLive() {
        LinuxReaders connected = readers;
        return chip.isLive() && chips.areLive() && (connected == null || connected.areLive());
    }

    @Override
    public Optional<FrameSource> frames(CameraPlan camera) {
        return Optional.empty();
    }

    @Override
    public Optional<TimeSource> clock() {
        return Optional.empty();
    }

    @Override
    public void close() {
        LinuxReaders connected = readers;
        if (connected != null) {
            connected.close();
        }
        chips.close();
        try {
            chip.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the GPIO chip could not be closed", e);
        }
    }
}
