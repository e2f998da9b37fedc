package org.menfang.gate.pi4j;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import org.menfang.gate.hardware.GpioChip;

/// Pi4J's provider of digital inputs over the lines of a chip.
final class GpioChipInputs extends DigitalInputProviderBase {
    private final GpioChip chip;

    GpioChipInputs(GpioChip chip) {
        super("menfang-inputs", "Inputs of the gate's GPIO chip");
        this.chip = chip;
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
        GpioChipInput input = new GpioChipInput(chip, this, config);
        context.registry().add(input);
        return input;
    }
}
