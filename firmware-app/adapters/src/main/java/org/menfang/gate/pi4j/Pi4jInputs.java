package org.menfang.gate.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.site.PinPlan;

/// The inputs of a gate: tells the inbox how each stands at first, and each change from then on.
final class Pi4jInputs {
    private final List<Point> points = new ArrayList<>();

    Pi4jInputs(ChipContexts contexts, List<PinPlan> pins, Inbox inbox) throws IOException {
        for (PinPlan pin : pins) {
            Context context = contexts.of(pin.chip());
            GpioChipInput input = (GpioChipInput) context.create(config(context, pin));
            Point point = new Point(pin, input, inbox);
            input.addListener(event -> point.report(event.state()));
            points.add(point);
        }
    }

    void reportAll() {
        points.forEach(Point::reportFirst);
    }

    void lookAgain() {
        points.forEach(Point::lookAgain);
    }

    private static DigitalInputConfig config(Context context, PinPlan pin) {
        return DigitalInputConfigBuilder.newInstance(context)
                .id(pin.point().toString())
                .bcm(pin.line())
                .pull(pull(pin.pull()))
                .debounce(pin.debounce().toNanos() / 1_000)
                .build();
    }

    private static PullResistance pull(PinPlan.Pull pull) {
        return switch (pull) {
            case NONE -> PullResistance.OFF;
            case UP -> PullResistance.PULL_UP;
            case DOWN -> PullResistance.PULL_DOWN;
        };
    }

    /// One point, and how it was last reported. An edge may come before the first report does; the
    /// edge is the newer of the two then.
    private static final class Point {
        private final PinPlan pin;
        private final GpioChipInput input;
        private final Inbox inbox;
        private @Nullable DigitalState reported;
        private boolean troubled;

        Point(PinPlan pin, GpioChipInput input, Inbox inbox) {
            this.pin = pin;
            this.input = input;
            this.inbox = inbox;
        }

        synchronized void reportFirst() {
            if (reported == null && !troubled) {
                report(input.state());
            }
        }

        /// What is in trouble says by itself when it is over.
        synchronized void lookAgain() {
            if (reported != null && !troubled) {
                report(input.state());
            }
        }

        synchronized void report(DigitalState state) {
            if (state == DigitalState.UNKNOWN) {
                troubled = true;
                String why = input.trouble().orElse("it cannot be read");
                inbox.offer(new Input.InputFailed(pin.point(), why));
                PointInputs.whenUnknown(pin.point())
                        .ifPresent(input -> {
                            reported = null;
                            inbox.offer(input);
                        });
                return;
            }
            if (troubled) {
                troubled = false;
                inbox.offer(new Input.InputRecovered(pin.point()));
            }
            if (state != reported) {
                reported = state;
                boolean active = state.isHigh() != pin.activeLow();
                PointInputs.when(pin.point(), active).ifPresent(inbox::offer);
            }
        }
    }
}
