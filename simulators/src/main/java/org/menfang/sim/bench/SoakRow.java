package org.menfang.sim.bench;

/// One line of a soak.
///
/// @param hours of the simulated days that have passed
/// @param grantNanos the slowest but one in a hundred of the grants since the line before; 0 for
///   none
record SoakRow(double hours, ProcessSample gate, ProcessSample hub, long grantNanos, int grants) {
    private static final double MEBIBYTE = 1 << 20;
    private static final double MILLISECOND = 1e6;

    static String head() {
        return "%8s  %9s %8s %8s  %9s %8s %8s  %9s %7s"
                .formatted(
                        "hours",
                        "gate MiB",
                        "threads",
                        "handles",
                        "hub MiB",
                        "threads",
                        "handles",
                        "p99 ms",
                        "grants");
    }

    double gateMebibytes() {
        return gate.memoryBytes() / MEBIBYTE;
    }

    double hubMebibytes() {
        return hub.memoryBytes() / MEBIBYTE;
    }

    double grantMillis() {
        return grantNanos / MILLISECOND;
    }

    @Override
    public String toString() {
        return "%8.1f  %9.0f %8d %8d  %9.0f %8d %8d  %9.1f %7d"
                .formatted(
                        hours,
                        gateMebibytes(),
                        gate.threads(),
                        gate.handles(),
                        hubMebibytes(),
                        hub.threads(),
                        hub.handles(),
                        grantMillis(),
                        grants);
    }
}
