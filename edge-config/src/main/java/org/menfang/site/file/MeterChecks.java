package org.menfang.site.file;

import java.util.List;
import java.util.Optional;
import org.menfang.site.BoardChip;
import org.menfang.site.Metering;

/// Checks and reads which values of a line that is measured count as what.
final class MeterChecks {
    private static final String THRESHOLD = "threshold";
    private static final String LOOP = "loop";

    private MeterChecks() {}

    /// The values of a pin in which no fault was found; empty for one that is not measured.
    static Optional<Metering> metering(Section pin) {
        Section threshold = pin.section(THRESHOLD);
        if (pin.has(THRESHOLD)) {
            return Optional.of(
                    new Metering.Threshold(
                            number(threshold, "high-from"),
                            hysteresis(threshold, Metering.Threshold.HYSTERESIS_DEFAULT)));
        }
        Section loop = pin.section(LOOP);
        return pin.has(LOOP)
                ? Optional.of(
                        new Metering.Loop(
                                number(loop, "short-below"),
                                number(loop, "high-from"),
                                number(loop, "open-from"),
                                hysteresis(loop, Metering.Loop.HYSTERESIS_DEFAULT)))
                : Optional.empty();
    }

    /// Checks a pin on a chip that measures nothing.
    static void checkUnmeasured(Section.Item pin, FaultList faults) {
        for (String key : List.of(THRESHOLD, LOOP)) {
            if (pin.body().has(key)) {
                faults.add(
                        pin.body().placeOfKey(key), FaultCode.BOUNDS_WITHOUT_METER, key, pin.id());
            }
        }
    }

    /// Checks a pin on a chip that measures.
    static void checkMeasured(
            Section.Item pin, BoardChip.Kind kind, String chip, FaultList faults) {
        Section body = pin.body();
        if (body.has(THRESHOLD) && body.has(LOOP)) {
            faults.add(body.placeOfKey(LOOP), FaultCode.BOUNDS_TWICE, pin.id());
        } else if (!body.has(THRESHOLD) && !body.has(LOOP)) {
            faults.add(pin.place(), FaultCode.METER_WITHOUT_BOUNDS, pin.id(), chip);
        }
        if (body.has(LOOP) && kind == BoardChip.Kind.INA219) {
            faults.add(body.placeOfKey(LOOP), FaultCode.LOOP_OF_CURRENT, pin.id(), chip);
        }
        checkApart(
                body,
                THRESHOLD,
                List.of("high-from"),
                Metering.Threshold.HYSTERESIS_DEFAULT,
                faults);
        checkApart(
                body,
                LOOP,
                List.of("short-below", "high-from", "open-from"),
                Metering.Loop.HYSTERESIS_DEFAULT,
                faults);
    }

    private static void checkApart(
            Section pin, String key, List<String> names, int usual, FaultList faults) {
        Section section = pin.section(key);
        List<Integer> bounds =
                names.stream().flatMap(name -> readable(section, name).stream()).toList();
        int hysteresis =
                section.has("hysteresis") ? readable(section, "hysteresis").orElse(-1) : usual;
        if (bounds.size() == names.size()
                && hysteresis >= 0
                && !Metering.areApart(bounds, hysteresis)) {
            faults.add(
                    pin.placeOfKey(key),
                    FaultCode.BOUNDS_TOO_CLOSE,
                    key,
                    Integer.toString(2 * hysteresis));
        }
    }

    /// A number that the schema takes.
    private static Optional<Integer> readable(Section section, String name) {
        return section.number(name)
                .map(Placed::value)
                .filter(value -> value >= 0 && value <= Metering.VALUE_MAX)
                .map(Math::toIntExact);
    }

    private static int number(Section section, String key) {
        return Math.toIntExact(section.number(key).orElseThrow().value());
    }

    private static int hysteresis(Section section, int usual) {
        return section.has("hysteresis") ? number(section, "hysteresis") : usual;
    }
}
