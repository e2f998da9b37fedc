package org.menfang.sim.osdp;

import java.time.Duration;
import org.menfang.gate.MonotonicTime;

/// The buzzer of a reader.
final class Buzzer {
    static final int RECORD_BYTES = 5;

    private static final int TONE_AT = 1;
    private static final int SILENT_MAX = 1;

    private boolean told;
    private Duration on = Duration.ZERO;
    private Duration off = Duration.ZERO;
    private int times;
    private MonotonicTime since = MonotonicTime.START;

    void command(MonotonicTime now, byte[] data) {
        told = Units.number(data, TONE_AT) > SILENT_MAX;
        on = Units.tenths(Units.number(data, TONE_AT + 1));
        off = Units.tenths(Units.number(data, TONE_AT + 2));
        times = Units.number(data, TONE_AT + 3);
        since = now;
    }

    boolean isSounding(MonotonicTime now) {
        Duration turn = on.plus(off);
        if (!told || turn.isZero()) {
            return false;
        }
        long past = since.until(now).toNanos();
        boolean isOver = times > 0 && past / turn.toNanos() >= times;
        return !isOver && past % turn.toNanos() < on.toNanos();
    }
}
