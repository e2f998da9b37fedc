package org.menfang.sim.osdp;

import org.menfang.gate.MonotonicTime;

/// An output of a reader: what it always is, and what it is for a while.
final class SwitchedOutput {
    static final int RECORD_BYTES = 4;

    private boolean permanent;
    private boolean temporary;
    private MonotonicTime temporaryUntil = MonotonicTime.START;

    /// @param at where the record of this output begins
    /// @return whether it knows the act
    boolean command(MonotonicTime now, byte[] data, int at) {
        int tenths = Units.wide(data, at + 2);
        switch (Units.number(data, at + 1)) {
            case 0 -> {}
            case 1 -> setAtOnce(false);
            case 2 -> setAtOnce(true);
            case 3 -> permanent = false;
            case 4 -> permanent = true;
            case 5 -> setFor(now, true, tenths);
            case 6 -> setFor(now, false, tenths);
            default -> {
                return false;
            }
        }
        return true;
    }

    boolean isOn(MonotonicTime now) {
        return now.isBefore(temporaryUntil) ? temporary : permanent;
    }

    private void setAtOnce(boolean on) {
        permanent = on;
        temporaryUntil = MonotonicTime.START;
    }

    private void setFor(MonotonicTime now, boolean on, int tenths) {
        temporary = on;
        temporaryUntil = now.plus(Units.tenths(tenths));
    }
}
