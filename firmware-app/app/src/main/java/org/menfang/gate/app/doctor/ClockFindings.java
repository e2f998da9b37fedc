package org.menfang.gate.app.doctor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.menfang.gate.os.ClockWitness.Testimony;
import org.menfang.gate.signs.GateSigns;

/// The clock: who vouches for it, the hardware clock beside it, and whether it jumped.
final class ClockFindings {
    /// A hardware clock that was never set drifts some seconds a day.
    static final long OFF_SECONDS_MAX = 60;

    /// A clock that a time server keeps in step is moved by far less.
    static final long MOVED_SECONDS_MAX = 60;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private ClockFindings() {}

    /// @param now of the system
    /// @param madeAt when this software was made
    /// @param hardwareClock in seconds since 1970; empty where there is none
    record ClockReading(
            Instant now, Instant madeAt, Testimony witness, OptionalLong hardwareClock) {}

    static List<Finding> of(ClockReading clock, Optional<GateSigns> gate, ZoneId zone) {
        List<Finding> all = new ArrayList<>();
        all.add(trust(clock, zone));
        all.add(hardwareClock(clock));
        gate.ifPresent(signs -> all.add(jumps(signs)));
        return all;
    }

    private static Finding trust(ClockReading clock, ZoneId zone) {
        Words witness =
                switch (clock.witness()) {
                    case SYNCHRONISED -> new Words("网络对时", "set by a time server");
                    case SET_BY_HARDWARE_CLOCK -> new Words("硬件时钟", "set by the hardware clock");
                    case NONE -> new Words("无人证明", "vouched for by nobody");
                };
        boolean behind = clock.now().isBefore(clock.madeAt());
        Diagnosis diagnosis =
                behind
                        ? Diagnosis.CLOCK_BEHIND
                        : clock.witness() == Testimony.NONE
                                ? Diagnosis.CLOCK_UNTRUSTED
                                : Diagnosis.FINE;
        return finding(
                "clock.trust",
                new Words("时间", "time"),
                Words.same(TIME.format(clock.now().atZone(zone))).and(witness),
                diagnosis);
    }

    private static Finding hardwareClock(ClockReading clock) {
        Words title = new Words("硬件时钟", "hardware clock");
        if (clock.hardwareClock().isEmpty()) {
            return finding(
                    "clock.hardware",
                    title,
                    new Words("本板没有", "not on this board"),
                    Diagnosis.NOT_ON_THIS_BOARD);
        }
        long off = clock.hardwareClock().getAsLong() - clock.now().getEpochSecond();
        boolean far = Math.abs(off) > OFF_SECONDS_MAX;
        return finding(
                "clock.hardware",
                title,
                new Words(
                        "相差 %s（应在 %d 秒内）".formatted(Figures.zh(Math.abs(off)), OFF_SECONDS_MAX),
                        "off by %s (within %d s)"
                                .formatted(Figures.en(Math.abs(off)), OFF_SECONDS_MAX)),
                far ? Diagnosis.RTC_OFF : Diagnosis.FINE);
    }

    private static Finding jumps(GateSigns signs) {
        long moved = Math.abs(signs.clockMovedMillis()) / 1000;
        String sign = signs.clockMovedMillis() < 0 ? "-" : "+";
        return finding(
                "clock.jumps",
                new Words("跳动", "jumps"),
                new Words(
                        "启动后 " + sign + Figures.zh(moved) + "（应在 " + MOVED_SECONDS_MAX + " 秒内）",
                        sign
                                + Figures.en(moved)
                                + " since the start (within "
                                + MOVED_SECONDS_MAX
                                + " s)"),
                moved > MOVED_SECONDS_MAX ? Diagnosis.CLOCK_JUMPED : Diagnosis.FINE);
    }

    private static Finding finding(String id, Words title, Words value, Diagnosis diagnosis) {
        return new Finding(Part.CLOCK, id, title, value, diagnosis);
    }
}
