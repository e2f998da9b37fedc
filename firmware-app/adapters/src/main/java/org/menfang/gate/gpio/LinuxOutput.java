package org.menfang.gate.gpio;

import java.io.UncheckedIOException;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.linux.LinuxException;

/// A line that we drive.
final class LinuxOutput implements GpioChip.OutputLine {
    private final LineRequest request;
    private volatile boolean high;

    LinuxOutput(LineRequest request, boolean high) {
        this.request = request;
        this.high = high;
    }

    @Override
    public void drive(boolean level) {
        try {
            request.drive(level);
            high = level;
        } catch (LinuxException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isHigh() {
        return high;
    }
}
