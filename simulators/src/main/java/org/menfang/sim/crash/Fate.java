package org.menfang.sim.crash;

import java.util.Locale;

/// What becomes of that which was written and not synced, when the power is cut.
public enum Fate {
    /// One of the next three for each file, by chance.
    ANY,
    /// Nothing of it is on the disk.
    DROP,
    /// What was written first is on the disk, what came later is not.
    PREFIX,
    /// Each sector is on the disk or not, whatever the order.
    TORN,
    /// All of it is on the disk: the process dies, and the machine does not.
    KEEP;

    /// As the shim names it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
