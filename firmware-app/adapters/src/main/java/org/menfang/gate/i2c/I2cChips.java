package org.menfang.gate.i2c;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.GpioChips;
import org.menfang.site.BoardChip;
import org.menfang.site.Metering;
import org.menfang.site.PinPlan;
import org.menfang.site.Site;

/// The chips of a site that are beside the board's own, open and looked at. Closing it ends the
/// looking and leaves every output as it is.
public final class I2cChips implements GpioChips, Closeable {
    private static final Logger LOG = System.getLogger(I2cChips.class.getName());

    private final Map<String, GpioChip> chips = new TreeMap<>();
    private final List<LookingThread> threads = new ArrayList<>();
    private final List<Registers> opened = new ArrayList<>();

    private I2cChips() {}

    /// @param devices the folder of the devices
    /// @param board the chip that interrupt lines hang on
    /// @throws IOException if a bus is not there or may not be used, or an interrupt line is not
    ///   free; nothing is open then. A chip that does not answer is no reason
    public static I2cChips open(Site site, Path devices, GpioChip board) throws IOException {
        I2cChips chips = new I2cChips();
        try {
            for (BoardChip chip : site.wiring().chips()) {
                chips.add(chip, I2cRegisters.open(devices, chip), site, board);
            }
            return chips;
        } catch (UncheckedIOException e) {
            chips.close();
            throw new IOException(e.getMessage(), e);
        } catch (IOException e) {
            chips.close();
            throw e;
        }
    }

    /// The chips of a site that measure, and none of its others.
    ///
    /// @param registers those of each chip; they are closed with the rest
    public static I2cChips measuring(Site site, Function<BoardChip, Registers> registers) {
        I2cChips chips = new I2cChips();
        for (BoardChip chip : site.wiring().chips()) {
            switch (chip.kind()) {
                case ADS1115 -> chips.addMeter(chip, new Ads1115(chips.own(registers, chip)), site);
                case INA219 -> chips.addMeter(chip, new Ina219(chips.own(registers, chip)), site);
                case MCP23017 -> {}
            }
        }
        return chips;
    }

    private Registers own(Function<BoardChip, Registers> all, BoardChip chip) {
        Registers registers = all.apply(chip);
        opened.add(registers);
        return registers;
    }

    private void add(BoardChip chip, Registers registers, Site site, GpioChip board) {
        opened.add(registers);
        String name = I2cRegisters.describe(chip);
        switch (chip.kind()) {
            case MCP23017 -> {
                Mcp23017 lines = new Mcp23017(name, registers, chip.interrupt().isPresent());
                LookingThread thread = begin(chip, lines, lines);
                chip.interrupt()
                        .ifPresent(line ->
                                board.input(
                                        line,
                                        PinPlan.Pull.UP,
                                        Duration.ZERO,
                                        high -> {
                                            if (!high) {
                                                thread.wake();
                                            }
                                        }));
            }
            case ADS1115 -> addMeter(chip, new Ads1115(registers), site);
            case INA219 -> addMeter(chip, new Ina219(registers), site);
        }
    }

    private void addMeter(BoardChip chip, Meter meter, Site site) {
        Map<Integer, Metering> meterings = new TreeMap<>();
        for (PinPlan pin : site.pins()) {
            Metering metering = pin.metering();
            if (pin.chip().equals(chip.name()) && metering != null) {
                meterings.put(pin.line(), metering);
            }
        }
        MeteredChip metered = new MeteredChip(I2cRegisters.describe(chip), meter, meterings);
        LookingThread _ = begin(chip, metered, metered);
    }

    private LookingThread begin(BoardChip chip, GpioChip lines, Looked looked) {
        chips.put(chip.name(), lines);
        LookingThread thread = LookingThread.start(chip.name(), looked);
        threads.add(thread);
        return thread;
    }

    @Override
    public GpioChip chip(String name) throws IOException {
        GpioChip chip = chips.get(name);
        if (chip == null) {
            throw new IOException("this hardware does not have the chip " + name);
        }
        return chip;
    }

    /// Whether every chip is still looked at. One that does not answer is.
    public boolean areLive() {
        return threads.stream().allMatch(LookingThread::isLive);
    }

    @Override
    public void close() {
        threads.forEach(LookingThread::close);
        for (Registers registers : opened) {
            try {
                registers.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "an I2C bus could not be closed", e);
            }
        }
    }
}
