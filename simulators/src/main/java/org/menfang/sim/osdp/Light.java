package org.menfang.sim.osdp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;

/// A light of a reader: what it always shows, and what it shows for a while.
final class Light {
    /// How many bytes of a command are about one light.
    static final int RECORD_BYTES = 14;

    private static final int TEMPORARY_AT = 2;
    private static final int PERMANENT_AT = 9;
    private static final int CANCEL = 1;
    private static final int BEGIN = 2;
    private static final int SET = 1;

    private Blinking permanent =
            new Blinking(Duration.ZERO, Duration.ZERO, LightColor.BLACK, LightColor.BLACK);
    private MonotonicTime permanentSince = MonotonicTime.START;
    private @Nullable Blinking temporary;
    private MonotonicTime temporarySince = MonotonicTime.START;
    private MonotonicTime temporaryUntil = MonotonicTime.START;

    /// Two colors in turn.
    private record Blinking(Duration on, Duration off, LightColor onColor, LightColor offColor) {
        static Blinking read(byte[] data, int at) {
            return new Blinking(
                    Units.tenths(Units.number(data, at)),
                    Units.tenths(Units.number(data, at + 1)),
                    LightColor.of(Units.number(data, at + 2)),
                    LightColor.of(Units.number(data, at + 3)));
        }

        LightColor after(Duration time) {
            Duration turn = on.plus(off);
            if (turn.isZero()) {
                return onColor;
            }
            return time.toNanos() % turn.toNanos() < on.toNanos() ? onColor : offColor;
        }
    }

    /// @param at where the record of this light begins
    void command(MonotonicTime now, byte[] data, int at) {
        switch (Units.number(data, at + TEMPORARY_AT)) {
            case CANCEL -> temporary = null;
            case BEGIN -> {
                temporary = Blinking.read(data, at + TEMPORARY_AT + 1);
                temporarySince = now;
                int tenths = Units.wide(data, at + TEMPORARY_AT + 5);
                // Without a time it lasts until it is cancelled.
                temporaryUntil = tenths == 0 ? MonotonicTime.NEVER : now.plus(Units.tenths(tenths));
            }
            default -> {}
        }
        if (Units.number(data, at + PERMANENT_AT) == SET) {
            permanent = Blinking.read(data, at + PERMANENT_AT + 1);
            permanentSince = now;
        }
    }

    LightColor color(MonotonicTime now) {
        Blinking passing = temporary;
        return passing != null && now.isBefore(temporaryUntil)
                ? passing.after(temporarySince.until(now))
                : permanent.after(permanentSince.until(now));
    }
}
