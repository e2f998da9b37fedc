package org.menfang.gate.i2c;

import java.io.IOException;

/// A chip that measures what its lines carry.
interface Meter {
    /// How many lines it has, from 0 on.
    int lines();

    /// What a line carries now.
    int read(int line) throws IOException;

    /// The unit of what is read, as it stands behind a number.
    String unit();
}
