package org.menfang.gate.i2c;

/// Whether a chip answers. One exchange that fails is noise on the bus; several in a row are a chip
/// that is gone.
final class Answering {
    /// So many exchanges fail in a row until a chip is taken to be gone.
    static final int FAILURES_MAX = 3;

    private int failures;

    /// An exchange failed.
    ///
    /// @return whether the chip is gone by this one, which is said once
    boolean failed() {
        if (failures < FAILURES_MAX) {
            failures++;
            return failures == FAILURES_MAX;
        }
        return false;
    }

    /// All exchanges of a look worked.
    ///
    /// @return whether the chip was gone before, which is said once
    boolean worked() {
        boolean wasGone = isGone();
        failures = 0;
        return wasGone;
    }

    /// Whether the last exchange worked.
    boolean isWell() {
        return failures == 0;
    }

    boolean isGone() {
        return failures == FAILURES_MAX;
    }
}
