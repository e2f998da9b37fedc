package org.menfang.gate.port;

import org.menfang.gate.Moment;

/// Tells what time it is.
public interface TimeSource {
    Moment now();
}
