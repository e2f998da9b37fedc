package org.menfang.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What no input may do: make a reader throw what it does not declare, think for long, or reserve
/// much memory.
final class Bounds {
    /// Time on the processor, so that what else the machine does is not counted.
    static final long CPU_NANOS_MAX = 50_000_000;

    /// All that is reserved meanwhile, even if it is given back at once.
    static final long ALLOCATED_BYTES_MAX = 64L * 1024 * 1024;

    /// A first try also loads classes, and any one may pay for the garbage of others: only what is
    /// over the bounds each time is over them.
    private static final int TRIES_MAX = 25;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounds() {}

    /// A reader that answers, but takes too much for it.
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded(String what) {
            super(what);
        }
    }

    /// Lets a reader take an input.
    ///
    /// @return the time on the processor, in nanoseconds
    /// @throws Exceeded if it takes too much
    static long check(FuzzTarget target, byte[] input) throws Exception {
        Cost least = cost(target, input);
        for (int tries = 1; tries < TRIES_MAX && least.isOver(); tries++) {
            least = least.orLess(cost(target, input));
        }
        if (least.isOver()) {
            throw new Exceeded(
                    target.name()
                            + " takes "
                            + least.cpuNanos / 1_000_000
                            + " ms and "
                            + least.allocatedBytes / 1024
                            + " KiB for "
                            + input.length
                            + " bytes");
        }
        return least.cpuNanos;
    }

    private static Cost cost(FuzzTarget target, byte[] input) throws Exception {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        target.taking().take(input.clone());
        return new Cost(
                THREADS.getCurrentThreadCpuTime() - nanos,
                THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    private record Cost(long cpuNanos, long allocatedBytes) {
        boolean isOver() {
            return cpuNanos > CPU_NANOS_MAX || allocatedBytes > ALLOCATED_BYTES_MAX;
        }

        Cost orLess(Cost other) {
            return new Cost(
                    Math.min(cpuNanos, other.cpuNanos),
                    Math.min(allocatedBytes, other.allocatedBytes));
        }
    }
}
