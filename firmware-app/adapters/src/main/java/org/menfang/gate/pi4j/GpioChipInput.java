package org.menfang.gate.pi4j;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.io.gpio.digital.PullResistance;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.site.PinPlan;

/// One digital input of Pi4J on a line of a chip. Its listeners are called on the chip's thread, in
/// the order of the edges.
final class GpioChipInput extends DigitalInputBase {
    private final GpioChip chip;
    private GpioChip.@Nullable InputLine line;
    private volatile @Nullable String trouble;

    GpioChipInput(GpioChip chip, DigitalInputProvider provider, DigitalInputConfig config) {
        super(provider, config);
        this.chip = chip;
    }

    @Override
    public DigitalInput initialize(Context context) throws InitializeException {
        super.initialize(context);
        Duration debounce = Duration.of(config().debounce(), ChronoUnit.MICROS);
        try {
            line = chip.input(config().bcm(), pull(config().pull()), debounce, new Edges());
        } catch (UncheckedIOException e) {
            throw new InitializeException(e);
        }
        return this;
    }

    /// The level now; unknown before the line is taken and while it is in trouble.
    @Override
    public DigitalState state() {
        GpioChip.InputLine taken = line;
        return taken == null || trouble != null
                ? DigitalState.UNKNOWN
                : DigitalState.getState(taken.isHigh());
    }

    /// Why the line says nothing; empty while it does.
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void tell(DigitalState state) {
        dispatch(new DigitalStateChangeEvent<DigitalInput>(this, state));
    }

    private final class Edges implements GpioChip.EdgeListener {
        @Override
        public void onEdge(boolean high) {
            trouble = null;
            tell(DigitalState.getState(high));
        }

        @Override
        public void onTrouble(String why) {
            trouble = why;
            tell(DigitalState.UNKNOWN);
        }
    }

    private static PinPlan.Pull pull(PullResistance resistance) {
        return switch (resistance) {
            case OFF -> PinPlan.Pull.NONE;
            case PULL_UP -> PinPlan.Pull.UP;
            case PULL_DOWN -> PinPlan.Pull.DOWN;
        };
    }
}
