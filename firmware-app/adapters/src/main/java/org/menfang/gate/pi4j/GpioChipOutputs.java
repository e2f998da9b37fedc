package org.menfang.gate.pi4j;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import org.menfang.gate.hardware.GpioChip;

/// Pi4J's provider of digital outputs over the lines of a chip.
final class GpioChipOutputs extends DigitalOutputProviderBase {
    private final GpioChip chip;

    GpioChipOutputs(GpioChip chip) {
        super("menfang-outputs", "Outputs of the gate's GPIO chip");
        this.chip = chip;
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        GpioChipOutput output = new GpioChipOutput(chip, this, config);
        context.registry().add(output);
        return output;
    }
}
