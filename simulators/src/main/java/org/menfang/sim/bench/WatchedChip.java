package org.menfang.sim.bench;

import java.time.Duration;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.site.PinPlan;

/// A chip without devices that tells when one line is driven to one level.
final class WatchedChip implements GpioChip {
    private final int watchedLine;
    private final boolean watchedLevel;
    private final Runnable whenDriven;

    WatchedChip(int watchedLine, boolean watchedLevel, Runnable whenDriven) {
        this.watchedLine = watchedLine;
        this.watchedLevel = watchedLevel;
        this.whenDriven = whenDriven;
    }

    @Override
    public OutputLine output(int line, boolean initiallyHigh) {
        return new OutputLine() {
            private volatile boolean level = initiallyHigh;

            @Override
            public void drive(boolean high) {
                boolean changed = level != high;
                level = high;
                if (changed && line == watchedLine && high == watchedLevel) {
                    whenDriven.run();
                }
            }

            @Override
            public boolean isHigh() {
                return level;
            }
        };
    }

    @Override
    public InputLine input(int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
        return () -> false;
    }
}
