package org.menfang.hub.repair;

/// How a repair came to its end.
public enum Closing {
    /// The gate measured that the fault is gone.
    MEASURED,
    /// Somebody other than those who did it looked, and it is mended.
    CHECKED,
    /// Somebody other than the one who reported it looked, and nothing is broken.
    NOTHING_TO_MEND
}
