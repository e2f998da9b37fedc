package org.menfang.gate.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.Outputs;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;

/// The outputs of a gate. Each begins without energy, as it is while the power is off: so a
/// fail-safe lock is released and a fail-secure one secured until the controller says otherwise.
///
/// What could not be driven is remembered, told to the inbox once, and tried again at each {@link
/// #retryFailed()} until it is driven.
public final class Pi4jOutputs implements Outputs {
    private final Inbox inbox;
    private final Map<PointName, PinPlan> pins = new TreeMap<>();
    private final Map<PointName, DigitalOutput> outputs = new TreeMap<>();
    private final Map<PointName, Boolean> failed = new TreeMap<>();
    private final Map<PointName, Boolean> pulsing = new TreeMap<>();

    Pi4jOutputs(ChipContexts contexts, List<PinPlan> pins, Inbox inbox) throws java.io.IOException {
        this.inbox = inbox;
        for (PinPlan pin : pins) {
            Context context = contexts.of(pin.chip());
            this.pins.put(pin.point(), pin);
            this.outputs.put(pin.point(), context.create(config(context, pin)));
        }
    }

    @Override
    public synchronized void energise(PointName output, boolean energised) {
        PinPlan pin = pins.get(output);
        DigitalOutput line = outputs.get(output);
        if (pin == null || line == null) {
            inbox.offer(new Input.OutputFailed(output, "no line is given for it in the site file"));
            return;
        }
        drive(pin, line, energised);
    }

    /// Tries again what failed, each with the last energy that was asked for.
    public synchronized void retryFailed() {
        new TreeMap<>(failed).forEach(this::energise);
    }

    /// Takes the energy from every lock, which is the state that each declares as its safe one, and
    /// from every siren, which nobody could silence any more.
    public synchronized void bringToSafeState() {
        for (PointName point : pins.keySet()) {
            if (isEndedAtExit(point.role())) {
                energise(point, false);
            }
        }
    }

    private static boolean isEndedAtExit(PointRole role) {
        return role == PointRole.LOCK || role == PointRole.SIREN || role == PointRole.STROBE;
    }

    /// Whether an output is one that has to be pulsed.
    boolean hasPulsed() {
        return pins.values().stream().anyMatch(Pi4jOutputs::isPulsed);
    }

    /// Changes the level of every output that is pulsed and energised.
    ///
    /// @param decides whether the gate decides; else they all rest
    synchronized void beat(boolean decides) {
        pulsing.replaceAll((_, active) -> decides && !active);
        pulsing.forEach((point, active) -> {
            PinPlan pin = pins.get(point);
            DigitalOutput line = outputs.get(point);
            if (pin != null && line != null) {
                setLevel(pin, line, active, true);
            }
        });
    }

    private void drive(PinPlan pin, DigitalOutput line, boolean energised) {
        if (energised && isPulsed(pin)) {
            pulsing.put(pin.point(), true);
        } else {
            pulsing.remove(pin.point());
        }
        setLevel(pin, line, energised, energised);
    }

    /// @param active the level that the line gets
    /// @param energised what was asked for, to be asked for again if this fails
    private void setLevel(PinPlan pin, DigitalOutput line, boolean active, boolean energised) {
        try {
            line.state(level(pin, active));
            if (failed.remove(pin.point()) != null) {
                inbox.offer(new Input.OutputRecovered(pin.point()));
            }
        } catch (IOException e) {
            if (failed.put(pin.point(), energised) == null) {
                inbox.offer(new Input.OutputFailed(pin.point(), why(e)));
            }
        }
    }

    private static boolean isPulsed(PinPlan pin) {
        return switch (pin.drive()) {
            case STEADY -> false;
            case PULSED -> true;
        };
    }

    private static String why(IOException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static DigitalOutputConfig config(Context context, PinPlan pin) {
        return DigitalOutputConfigBuilder.newInstance(context)
                .id(pin.point().toString())
                .bcm(pin.line())
                .initial(level(pin, false))
                .build();
    }

    private static DigitalState level(PinPlan pin, boolean energised) {
        return DigitalState.getState(energised != pin.activeLow());
    }
}
