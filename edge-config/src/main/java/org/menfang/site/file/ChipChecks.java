package org.menfang.site.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.menfang.json.TextPlace;
import org.menfang.site.BoardChip;
import org.menfang.site.PinPlan;
import org.menfang.site.PointRole;

/// Checks the chips beside the board's own: where they answer, and what hangs on them.
final class ChipChecks {
    private ChipChecks() {}

    static void check(Section site, FaultList faults) {
        Map<String, Section.Item> answering = new HashMap<>();
        for (Section.Item chip : site.items("boards")) {
            if (chip.id().equals(PinPlan.BOARD)) {
                faults.add(chip.place(), FaultCode.CHIP_NAME_TAKEN, chip.id());
            }
            checkAddress(chip, answering, faults);
            checkInterrupt(chip.body(), faults);
        }
    }

    private static void checkInterrupt(Section chip, FaultList faults) {
        kind(chip)
                .filter(BoardChip.Kind::measures)
                .filter(_ -> chip.has("interrupt"))
                .ifPresent(kind ->
                        faults.add(
                                chip.placeOfKey("interrupt"),
                                FaultCode.INTERRUPT_OF_METER,
                                fileName(kind)));
    }

    /// Checks that the line of a pin is there on its chip and can be what its point needs.
    static void checkPin(Section site, Section.Item pin, PointRole role, FaultList faults) {
        Optional<Placed<String>> name = pin.body().text("chip");
        if (name.isEmpty() || name.get().value().equals(PinPlan.BOARD)) {
            MeterChecks.checkUnmeasured(pin, faults);
            return;
        }
        TextPlace place = name.get().place();
        String chip = name.get().value();
        if (!site.ids("boards").contains(chip)) {
            faults.addMisspelt(place, FaultCode.UNKNOWN_CHIP, site.ids("boards"), chip);
        } else if (role == PointRole.D0 || role == PointRole.D1) {
            faults.add(place, FaultCode.READER_LINE_OFF_BOARD, pin.id());
        } else {
            kind(site.section("boards").section(chip))
                    .ifPresent(kind -> checkLine(pin, place, kind, role, faults));
        }
    }

    private static void checkLine(
            Section.Item pin,
            TextPlace place,
            BoardChip.Kind kind,
            PointRole role,
            FaultList faults) {
        if (role.isOutput() && kind.measures()) {
            faults.add(place, FaultCode.OUTPUT_ON_METER, pin.id(), fileName(kind));
        } else if (kind.measures()) {
            MeterChecks.checkMeasured(pin, kind, fileName(kind), faults);
        } else {
            MeterChecks.checkUnmeasured(pin, faults);
            checkSafe(pin, place, role, faults);
            checkInputLine(pin, kind, role, faults);
        }
        pin.body()
                .number("line")
                .filter(line -> line.value() >= kind.lines() && line.value() <= PinPlan.LINE_MAX)
                .ifPresent(line ->
                        faults.add(
                                line.place(),
                                FaultCode.NUMBER_TOO_LARGE,
                                "line",
                                Integer.toString(kind.lines() - 1),
                                Long.toString(line.value())));
    }

    /// What the chip cannot do by itself: pull a line down, and let a lock go when the gate dies.
    private static void checkSafe(
            Section.Item pin, TextPlace place, PointRole role, FaultList faults) {
        Section body = pin.body();
        Optional<Placed<String>> pull = body.text("pull");
        boolean activeHigh =
                body.text("active").filter(active -> active.value().equals("high")).isPresent();
        boolean down = pull.map(word -> word.value().equals("down")).orElse(activeHigh);
        if (!role.isOutput() && down) {
            faults.add(
                    pull.map(Placed::place).orElse(place), FaultCode.PULL_DOWN_ON_CHIP, pin.id());
        }
        if (role == PointRole.LOCK
                && body.text("drive").filter(word -> word.value().equals("pulsed")).isEmpty()) {
            faults.add(place, FaultCode.LOCK_ON_CHIP_NOT_PULSED, pin.id());
        }
    }

    private static void checkInputLine(
            Section.Item pin, BoardChip.Kind kind, PointRole role, FaultList faults) {
        pin.body()
                .number("line")
                .filter(line -> !role.isOutput() && isForOutput(kind, line.value()))
                .ifPresent(line ->
                        faults.add(
                                line.place(),
                                FaultCode.INPUT_ON_OUTPUT_LINE,
                                Long.toString(line.value()),
                                pin.id()));
    }

    private static boolean isForOutput(BoardChip.Kind kind, long line) {
        return line >= 0 && line < kind.lines() && kind.isForOutput((int) line);
    }

    private static void checkAddress(
            Section.Item chip, Map<String, Section.Item> answering, FaultList faults) {
        Section body = chip.body();
        body.number("address")
                .ifPresent(address -> {
                    kind(body).ifPresent(kind -> checkRange(address, kind, faults));
                    body.number("bus")
                            .ifPresent(bus -> {
                                Section.Item first =
                                        answering.putIfAbsent(
                                                bus.value() + " " + address.value(), chip);
                                if (first != null) {
                                    faults.add(
                                            address.place(),
                                            FaultCode.ADDRESS_USED_TWICE,
                                            Long.toString(address.value()),
                                            first.id(),
                                            Integer.toString(first.place().line()));
                                }
                            });
                });
    }

    private static void checkRange(Placed<Long> address, BoardChip.Kind kind, FaultList faults) {
        if (address.value() < kind.addressMin()) {
            faults.add(
                    address.place(),
                    FaultCode.NUMBER_TOO_SMALL,
                    "address",
                    Integer.toString(kind.addressMin()),
                    Long.toString(address.value()));
        } else if (address.value() > kind.addressMax()) {
            faults.add(
                    address.place(),
                    FaultCode.NUMBER_TOO_LARGE,
                    "address",
                    Integer.toString(kind.addressMax()),
                    Long.toString(address.value()));
        }
    }

    private static Optional<BoardChip.Kind> kind(Section chip) {
        return chip.text("chip")
                .flatMap(name ->
                        List.of(BoardChip.Kind.values()).stream()
                                .filter(kind -> fileName(kind).equals(name.value()))
                                .findFirst());
    }

    private static String fileName(BoardChip.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
