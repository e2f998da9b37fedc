package org.menfang.gate.pi4j;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.GpioChip;

/// One digital output of Pi4J on a line of a chip.
///
/// The line is taken together with its first level, so that it never carries another one: an
/// active-low lock would otherwise fire at each start.
final class GpioChipOutput extends DigitalOutputBase {
    private final GpioChip chip;
    private GpioChip.@Nullable OutputLine line;

    GpioChipOutput(GpioChip chip, DigitalOutputProvider provider, DigitalOutputConfig config) {
        super(provider, config);
        this.chip = chip;
    }

    @Override
    public DigitalOutput initialize(Context context) throws InitializeException {
        try {
            line = chip.output(config().bcm(), config().initialState().isHigh());
        } catch (UncheckedIOException e) {
            throw new InitializeException(e);
        }
        return super.initialize(context);
    }

    @Override
    public DigitalOutput state(DigitalState state) throws IOException {
        GpioChip.OutputLine taken = line;
        if (taken == null) {
            throw new IOException("the line is not taken yet");
        }
        try {
            taken.drive(state.isHigh());
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
        return super.state(state);
    }
}
