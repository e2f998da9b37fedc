package org.menfang.sim.bench;

/// One measured figure beside what it is to reach.
///
/// @param what what was measured, and how often
/// @param measured with its unit
/// @param reach what it is to reach, with its unit; empty where it is only told
/// @param ratio measured to reach; empty where it is only told
public record Figure(String what, String measured, String reach, String ratio) {
    /// A figure that is only told.
    static Figure told(String what, String measured) {
        return new Figure(what, measured, "", "");
    }

    /// A length of time that is to stay below another.
    ///
    /// @param nanos nanoseconds
    /// @param reachNanos nanoseconds
    static Figure below(String what, long nanos, long reachNanos) {
        return new Figure(
                what,
                micros(nanos),
                "<= " + micros(reachNanos),
                ratio((double) nanos, (double) reachNanos));
    }

    /// A length of time that people notice, and that is to stay below another.
    ///
    /// @param nanos nanoseconds
    /// @param reachNanos nanoseconds
    static Figure quickerThan(String what, long nanos, long reachNanos) {
        return new Figure(
                what,
                millis(nanos),
                "<= " + millis(reachNanos),
                ratio((double) nanos, (double) reachNanos));
    }

    /// A length of time that people wait for, and that is to stay below another.
    ///
    /// @param nanos nanoseconds
    /// @param reachNanos nanoseconds
    static Figure within(String what, long nanos, long reachNanos) {
        return new Figure(
                what,
                seconds(nanos),
                "<= " + seconds(reachNanos),
                ratio((double) nanos, (double) reachNanos));
    }

    /// Something that is to stay below a limit in the same unit.
    static Figure atMost(String what, double measured, double reach, String unit) {
        return new Figure(
                what,
                String.format("%,.2f %s", measured, unit),
                String.format("<= %,.2f %s", reach, unit),
                ratio(measured, reach));
    }

    /// How often something happened that is never to happen.
    static Figure none(String what, long count) {
        return new Figure(what, "%,d".formatted(count), "= 0", count == 0 ? "0.00" : "over");
    }

    /// A rate that is to stay above another.
    static Figure above(String what, double perSecond, double reachPerSecond) {
        return new Figure(
                what,
                perSecond(perSecond),
                ">= " + perSecond(reachPerSecond),
                ratio(perSecond, reachPerSecond));
    }

    static String micros(long nanos) {
        return String.format("%,.1f us", nanos / 1_000.0);
    }

    static String millis(long nanos) {
        return String.format("%,.1f ms", nanos / 1_000_000.0);
    }

    static String seconds(long nanos) {
        return String.format("%,.1f s", nanos / 1_000_000_000.0);
    }

    static String perSecond(double rate) {
        return String.format("%,.0f/s", rate);
    }

    static String ratio(double measured, double reach) {
        return String.format("%.2f", measured / reach);
    }
}
