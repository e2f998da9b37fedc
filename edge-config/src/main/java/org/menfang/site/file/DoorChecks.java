package org.menfang.site.file;

import static org.menfang.site.file.DurationText.write;

import java.time.Duration;
import java.util.List;
import org.menfang.json.TextPlace;
import org.menfang.site.DoorTimings;
import org.menfang.site.SirenPlan;

/// Checks the timings of doors, lamps, sirens and pins.
final class DoorChecks {
    /// Longer than this is a slip of the pen.
    static final Duration DOOR_TIME_MAX = Duration.ofHours(1);

    static final Duration LAMP_OFFSET_MAX = Duration.ofHours(6);
    static final Duration DEBOUNCE_MAX = Duration.ofSeconds(2);

    private DoorChecks() {}

    static void check(Section site, FaultList faults) {
        for (Section.Item door : site.items("doors")) {
            checkTimings(door, faults);
            checkBarrier(door, faults);
        }
        for (Section.Item lamp : site.items("lamps")) {
            checkBound(
                    lamp.body(),
                    List.of("before-dusk", "after-dawn", "warm-up"),
                    LAMP_OFFSET_MAX,
                    faults);
        }
        for (Section.Item siren : site.items("sirens")) {
            checkBound(siren.body(), List.of("limit"), SirenPlan.LIMIT_MAX, faults);
        }
        for (Section.Item pin : site.items("pins")) {
            checkBound(pin.body(), List.of("debounce"), DEBOUNCE_MAX, faults);
        }
    }

    /// Without power an arm has to go up: the gate's end must not bring it down on anything.
    private static void checkBarrier(Section.Item door, FaultList faults) {
        Section body = door.body();
        body.text("fail-mode")
                .filter(mode -> mode.value().equals("fail-secure"))
                .filter(_ ->
                        body.text("lock")
                                .filter(lock -> lock.value().equals("barrier"))
                                .isPresent())
                .ifPresent(mode ->
                        faults.add(mode.place(), FaultCode.BARRIER_NOT_FAIL_SAFE, door.id()));
    }

    private static void checkTimings(Section.Item door, FaultList faults) {
        Section body = door.body();
        checkBound(
                body,
                List.of("release", "extended-release", "held", "extended-held", "pre-alarm"),
                DOOR_TIME_MAX,
                faults);
        DoorTimes times = new DoorTimes(body);
        if (times.release().compareTo(DoorTimings.RELEASE_MIN) < 0) {
            faults.add(
                    place(body, "release"),
                    FaultCode.RELEASE_TOO_SHORT,
                    write(times.release()),
                    write(DoorTimings.RELEASE_MIN));
        }
        addIfShorter(
                times.extendedRelease(),
                times.release(),
                place(body, "extended-release"),
                FaultCode.EXTENDED_RELEASE_SHORTER,
                faults);
        addIfShorter(
                times.extendedHeld(),
                times.held(),
                place(body, "extended-held"),
                FaultCode.EXTENDED_HELD_SHORTER,
                faults);
        if (times.preAlarm().compareTo(times.held()) >= 0) {
            TextPlace place =
                    body.has("pre-alarm") ? place(body, "pre-alarm") : place(body, "held");
            faults.add(
                    place,
                    FaultCode.WARNING_TOO_LONG,
                    write(times.preAlarm()),
                    write(times.held()));
        }
    }

    private static void addIfShorter(
            Duration extended, Duration plain, TextPlace place, FaultCode code, FaultList faults) {
        if (extended.compareTo(plain) < 0) {
            faults.add(place, code, write(extended), write(plain));
        }
    }

    private static void checkBound(
            Section body, List<String> keys, Duration max, FaultList faults) {
        for (String key : keys) {
            body.duration(key)
                    .filter(duration -> duration.value().abs().compareTo(max) > 0)
                    .ifPresent(duration ->
                            faults.add(
                                    duration.place(),
                                    FaultCode.DURATION_TOO_LONG,
                                    write(duration.value()),
                                    write(max)));
        }
    }

    private static TextPlace place(Section body, String key) {
        return body.text(key).map(Placed::place).orElse(body.mapping().place());
    }
}
