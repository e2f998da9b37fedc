package org.menfang.sim.proxy;

import java.time.Duration;

/// What is wrong with a path.
public sealed interface FaultMode {
    /// Nothing: every byte goes on at once.
    record Pass() implements FaultMode {}

    /// Every byte arrives, so much later.
    record Delay(Duration by) implements FaultMode {
        public Delay {
            requirePositive(by.toNanos());
        }
    }

    /// Each way carries so much, all connections together.
    record Throttle(int bytesPerSecond) implements FaultMode {
        public Throttle {
            requirePositive(bytesPerSecond);
        }
    }

    /// What was sent at once arrives in pieces of one to so many bytes.
    record Slice(int bytesMax) implements FaultMode {
        public Slice {
            requirePositive(bytesMax);
        }
    }

    /// Each connection is reset after at most so many bytes one way; with 0 at once.
    record ResetAfter(int bytesMax) implements FaultMode {
        public ResetAfter {
            requireNotNegative(bytesMax);
        }
    }

    /// Connections are taken and none is closed, and not one byte is read: what was sent waits, and
    /// goes on when the path works again.
    record HalfOpen() implements FaultMode {}

    /// After so many bytes each way, everything is taken and nothing arrives any more. A connection
    /// that has lost bytes never speaks again.
    record SilentAfter(int bytes) implements FaultMode {
        public SilentAfter {
            requireNotNegative(bytes);
        }
    }

    /// At least one bit in so many bytes arrives turned over.
    record Corrupt(int bytesMax) implements FaultMode {
        public Corrupt {
            requirePositive(bytesMax);
        }
    }

    /// Nobody listens, and connections that stood are reset.
    record Refuse() implements FaultMode {}

    private static void requirePositive(long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("nothing comes of " + value);
        }
    }

    private static void requireNotNegative(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("fewer bytes than none: " + value);
        }
    }
}
