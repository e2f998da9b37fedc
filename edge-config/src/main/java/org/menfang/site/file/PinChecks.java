package org.menfang.site.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.menfang.site.PointRole;

/// Checks the wiring table: every point on one line, every line with one point.
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
            } else if (role.isOutput()) {
                refuseInputSettings(pin, faults);
            }
        }
        checkLines(site, faults);
        if (site.has("pins")) {
            checkAllWired(site, faults);
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
        Map<Long, Section.Item> byLine = new HashMap<>();
        for (Section.Item pin : site.items("pins")) {
            pin.body()
                    .number("line")
                    .ifPresent(line -> {
                        Section.Item first = byLine.putIfAbsent(line.value(), pin);
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
