package org.menfang.sim.compound;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.menfang.gate.Input;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.Outputs;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LampId;

/// The electrical points of a gate in virtual time, on the lines of a chip.
public final class VirtualBoard implements Outputs {
    private final Map<PointName, Driven> outputs = new TreeMap<>();

    private record Driven(GpioChip.OutputLine line, boolean activeLow) {}

    /// Takes all lines, and tells the inbox how each input stands.
    public VirtualBoard(Site site, GpioChip chip, Inbox inbox) {
        for (PinPlan pin : site.pins()) {
            if (!pin.isOnBoard()) {
                throw new IllegalArgumentException(
                        "chips beside the board's own have no virtual time: " + pin.point());
            }
            if (pin.point().role().isOfReader()) {
                continue; // A simulated reader has no wires.
            }
            if (pin.point().role().isOutput()) {
                GpioChip.OutputLine line = chip.output(pin.line(), pin.activeLow());
                outputs.put(pin.point(), new Driven(line, pin.activeLow()));
            } else {
                takeInput(pin, chip, inbox);
            }
        }
    }

    private static void takeInput(PinPlan pin, GpioChip chip, Inbox inbox) {
        GpioChip.InputLine line =
                chip.input(pin.line(), pin.pull(), pin.debounce(), high -> tell(pin, high, inbox));
        tell(pin, line.isHigh(), inbox);
    }

    private static void tell(PinPlan pin, boolean high, Inbox inbox) {
        meaning(pin.point(), high != pin.activeLow()).ifPresent(inbox::offer);
    }

    private static Optional<Input> meaning(PointName point, boolean active) {
        String device = point.device();
        return switch (point.role()) {
            case MONITOR -> Optional.of(new Input.MonitorChanged(new DoorId(device), active));
            case LOOP -> Optional.of(new Input.LoopChanged(new DoorId(device), active));
            case REX ->
                    active
                            ? Optional.of(new Input.RexPressed(new AccessPointId(device)))
                            : Optional.empty();
            case FIRE -> Optional.of(new Input.FireChanged(active));
            case DARK -> Optional.of(new Input.DarknessChanged(active));
            case ALARM ->
                    Optional.of(new Input.AlarmInputChanged(new AlarmInputId(device), active));
            case CURRENT -> Optional.of(new Input.LampCurrentChanged(new LampId(device), active));
            case LINE -> Optional.of(new Input.LampLineChanged(new LampId(device), active));
            case LOCK, LAMP, SIREN, STROBE, D0, D1, GREEN, RED, BUZZER -> Optional.empty();
        };
    }

    @Override
    public void energise(PointName output, boolean energised) {
        Driven driven = outputs.get(output);
        if (driven == null) {
            throw new IllegalArgumentException("no line for " + output);
        }
        driven.line().drive(energised != driven.activeLow());
    }
}
