package org.menfang.gate.port;

import org.menfang.site.PointName;

/// Drives outputs. A failure comes to the inbox as `OutputFailed`.
public interface Outputs {
    void energise(PointName output, boolean energised);
}
