package org.menfang.hub.office;

import java.time.Instant;

/// Something that has to look at the clock. It is called about once a second, by one thread; what
/// it throws is logged and does not keep it from being called again.
@FunctionalInterface
public interface Timed {
    void tick(Instant now);
}
