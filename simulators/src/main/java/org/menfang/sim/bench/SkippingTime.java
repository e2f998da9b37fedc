package org.menfang.sim.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.port.TimeSource;
import org.menfang.vocabulary.TimeTrust;

/// The real clock, plus the time that was skipped: so a door relocks at once between two
/// measurements, and what is measured is real.
final class SkippingTime implements TimeSource {
    private final long startNanos = System.nanoTime();
    private final Instant startWall = Instant.now();
    private final AtomicLong skippedNanos = new AtomicLong();

    @Override
    public Moment now() {
        long nanos = System.nanoTime() - startNanos + skippedNanos.get();
        return new Moment(startWall.plusNanos(nanos), new MonotonicTime(nanos), TimeTrust.TRUSTED);
    }

    void skip(Duration duration) {
        skippedNanos.addAndGet(duration.toNanos());
    }
}
