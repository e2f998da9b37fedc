package org.menfang.sim.bench;

import java.io.PrintStream;
import java.time.Duration;

/// Tells on standard error how far a long piece of work has come, and not too often.
final class Progress {
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    private final PrintStream err;
    private final String what;
    private final long total;
    private long toldAt = System.nanoTime();

    Progress(PrintStream err, String what, long total) {
        this.err = err;
        this.what = what;
        this.total = total;
    }

    void at(long done) {
        long now = System.nanoTime();
        if (now - toldAt >= TOLD_EVERY.toNanos()) {
            toldAt = now;
            err.printf("  … %s: %,d / %,d%n", what, done, total);
        }
    }
}
