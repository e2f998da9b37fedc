package org.menfang.sim.osdp;

import java.time.Duration;

/// What is wrong with a line, as data: how many packets of a hundred, either way, it happens to.
///
/// @param noiseBetween bytes of noise come before it
/// @param noiseInside bytes of noise come within it
/// @param dropped some of its bytes are lost
/// @param turned one of its bits is turned over
/// @param delayed it is a reply and comes late
/// @param delay how late
public record LineTroubles(
        int noiseBetween, int noiseInside, int dropped, int turned, int delayed, Duration delay) {
    public static final LineTroubles NONE = new LineTroubles(0, 0, 0, 0, 0, Duration.ZERO);

    private static final int ALL = 100;

    public LineTroubles {
        check(noiseBetween);
        check(noiseInside);
        check(dropped);
        check(turned);
        check(delayed);
    }

    /// Noise, loss and turned bits, so many of each in a hundred.
    public static LineTroubles noise(int percent) {
        return new LineTroubles(percent, percent, percent, percent, 0, Duration.ZERO);
    }

    /// Replies that come late, so many in a hundred.
    public static LineTroubles late(int percent, Duration delay) {
        return new LineTroubles(0, 0, 0, 0, percent, delay);
    }

    private static void check(int percent) {
        if (percent < 0 || percent > ALL) {
            throw new IllegalArgumentException("0 to 100 of a hundred: " + percent);
        }
    }
}
