package org.menfang.gate.app.doctor;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.gate.signs.LineSigns;
import org.menfang.gate.signs.ReaderSigns;
import org.menfang.site.AlarmInputPlan;
import org.menfang.site.Metering;
import org.menfang.site.PinPlan;
import org.menfang.site.PointRole;
import org.menfang.site.Site;
import org.menfang.vocabulary.AlarmKind;

/// Each line of the wiring table: its level, whether that is active, and what that means.
final class PinFindings {
    private static final String SILENT = "does not answer";

    private PinFindings() {}

    /// @param readers whose two wires are lines as well
    static List<Finding> of(Site site, List<LineSigns> lines, List<ReaderSigns> readers) {
        return site.pins().stream()
                .map(pin -> of(pin, found(pin, lines, readers), kind(site, pin)))
                .toList();
    }

    private static Optional<AlarmKind> kind(Site site, PinPlan pin) {
        return pin.point().role() == PointRole.ALARM
                ? site.alarmInputs().stream()
                        .filter(input -> input.id().value().equals(pin.point().device()))
                        .map(AlarmInputPlan::kind)
                        .findFirst()
                : Optional.empty();
    }

    private static Diagnosis alarm(Optional<AlarmKind> kind) {
        if (kind.isPresent() && kind.get() == AlarmKind.MAINS_LOST) {
            return Diagnosis.MAINS_LOST;
        }
        return kind.isPresent() && kind.get() == AlarmKind.BATTERY_LOW
                ? Diagnosis.BATTERY_LOW
                : Diagnosis.INPUT_ALARM;
    }

    /// A chip that is silent says so of each of its lines; of a watched loop it says what is wrong
    /// with the wire.
    private static Diagnosis trouble(PinPlan pin, String why) {
        if (why.endsWith(SILENT)) {
            return Diagnosis.CHIP_SILENT;
        }
        return pin.metering() instanceof Metering.Loop
                ? Diagnosis.LOOP_FAULT
                : Diagnosis.PIN_UNREADABLE;
    }

    private static Optional<LineSigns> found(
            PinPlan pin, List<LineSigns> lines, List<ReaderSigns> readers) {
        return lines.stream()
                .filter(line -> line.chip().equals(pin.chip()) && line.line() == pin.line())
                .findFirst()
                .or(() ->
                        readers.stream()
                                .filter(reader ->
                                        reader.reader().value().equals(pin.point().device()))
                                .flatMap(reader -> wire(pin, reader.wires()).stream())
                                .findFirst());
    }

    private static Optional<LineSigns> wire(PinPlan pin, ReaderState.@Nullable OnWires wires) {
        PointRole role = pin.point().role();
        if (wires == null || (role != PointRole.D0 && role != PointRole.D1)) {
            return Optional.empty();
        }
        Boolean high = role == PointRole.D0 ? wires.zeroHigh() : wires.oneHigh();
        return Optional.of(
                new LineSigns(
                        pin.chip(), pin.line(), false, high, high == null ? "cannot be read" : ""));
    }

    /// @param kind of the alarm input that the line is of; empty for any other
    static Finding of(PinPlan pin, Optional<LineSigns> found, Optional<AlarmKind> kind) {
        if (found.isEmpty()) {
            return finding(pin, notRead(pin), Diagnosis.NOT_KNOWN_NOW);
        }
        LineSigns line = found.get();
        Boolean high = line.high();
        if (high == null) {
            return finding(pin, Words.same(line.trouble()), trouble(pin, line.trouble()));
        }
        boolean active = high != pin.activeLow();
        Words level =
                new Words(
                        (high ? "高" : "低") + (active ? "，动作" : "，未动作"),
                        (high ? "high" : "low") + (active ? ", active" : ", inactive"));
        return finding(
                pin,
                level.and(PointWords.of(pin.point().role(), active)),
                diagnosis(pin.point().role(), active, kind));
    }

    private static Words notRead(PinPlan pin) {
        PointRole role = pin.point().role();
        if (role.isOutput()) {
            return new Words("输出，不读", "outputs are not read");
        }
        return role.isOfReader()
                ? new Words("读头占用", "held by a reader")
                : new Words("没有读到", "not read");
    }

    private static Diagnosis diagnosis(PointRole role, boolean active, Optional<AlarmKind> kind) {
        return switch (role) {
            case FIRE -> active ? Diagnosis.FIRE_ACTIVE : Diagnosis.FINE;
            case LINE -> active ? Diagnosis.FINE : Diagnosis.LAMP_LINE_CUT;
            case ALARM -> active ? alarm(kind) : Diagnosis.FINE;
            case LOCK,
                    MONITOR,
                    LOOP,
                    REX,
                    DARK,
                    LAMP,
                    SIREN,
                    STROBE,
                    CURRENT,
                    D0,
                    D1,
                    GREEN,
                    RED,
                    BUZZER ->
                    Diagnosis.FINE;
        };
    }

    /// An electrician looks for the number first.
    private static Finding finding(PinPlan pin, Words value, Diagnosis diagnosis) {
        String number = pin.isOnBoard() ? "" + pin.line() : pin.chip() + Words.TIED + pin.line();
        return new Finding(
                Part.PINS,
                "pin." + pin.point(),
                Words.same(
                        (number.length() == 1 ? Words.TIED : "")
                                + number
                                + Words.TIED
                                + pin.point()),
                value,
                diagnosis);
    }
}
