package org.menfang.site.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.site.PinPlan;
import org.menfang.site.PointRole;

/// Checks the wiring table: every point on one line, every line of a chip with one point.
final class PinChecks {
    private static final List<String> INPUT_SETTINGS = List.of("pull", "debounce");

    private PinChecks() {}

    static void check(Section site, FaultList faults) {
        Map<String, PointRole> points = new LinkedHashMap<>();
        WiredPoint.of(site).forEach(point -> points.put(point.name(), point.role()));
        for (Section.Item pin : site.items("pins")) {
            PointRole role = points.get(pin.id());
            if (role == null) {
                faults.addMisspelt(pin.place(), FaultCode.UNKNOWN_POINT, points.keySet(), pin.id());
            } else {
                refuseSettings(pin, role, faults);
                ChipChecks.checkPin(site, pin, role, faults);
            }
        }
        checkLines(site, faults);
        if (site.has("pins")) {
            checkAllWired(site, faults);
        }
    }

    private static void refuseSettings(Section.Item pin, PointRole role, FaultList faults) {
        if (role != PointRole.LOCK && pin.body().has("drive")) {
            faults.add(pin.body().placeOfKey("drive"), FaultCode.DRIVE_IS_FOR_LOCKS, pin.id());
        }
        if (role.isOutput()) {
            refuseInputSettings(pin, faults);
        } else if (role.isOfReader() && pin.body().has("debounce")) {
            faults.add(
                    pin.body().placeOfKey("debounce"), FaultCode.DEBOUNCE_ON_READER_LINE, pin.id());
        }
    }

    private static void refuseInputSettings(Section.Item pin, FaultList faults) {
        for (String key : INPUT_SETTINGS) {
            if (pin.body().has(key)) {
                faults.add(
                        pin.body().placeOfKey(key),
                        FaultCode.INPUT_SETTING_ON_OUTPUT,
                        key,
                        pin.id());
            }
        }
    }

    private static void checkLines(Section site, FaultList faults) {
        Map<String, Section.Item> byLine = new HashMap<>();
        for (Section.Item chip : site.items("boards")) {
            take(PinPlan.BOARD, chip.body().number("interrupt"), chip, byLine, faults);
        }
        for (Section.Item pin : site.items("pins")) {
            String chip = pin.body().text("chip").map(Placed::value).orElse(PinPlan.BOARD);
            take(chip, pin.body().number("line"), pin, byLine, faults);
        }
    }

    private static void take(
            String chip,
            Optional<Placed<Long>> wanted,
            Section.Item user,
            Map<String, Section.Item> byLine,
            FaultList faults) {
        wanted.ifPresent(line -> {
            Section.Item first = byLine.putIfAbsent(chip + " " + line.value(), user);
            if (first != null) {
                faults.add(
                        line.place(),
                        FaultCode.LINE_USED_TWICE,
                        Long.toString(line.value()),
                        first.id(),
                        Integer.toString(first.place().line()));
            }
        });
    }

    private static void checkAllWired(Section site, FaultList faults) {
        List<String> wired = site.ids("pins");
        for (WiredPoint point : WiredPoint.of(site)) {
            if (point.sure() && !wired.contains(point.name())) {
                faults.add(point.place(), FaultCode.POINT_WITHOUT_PIN, point.name());
            }
        }
    }
}
