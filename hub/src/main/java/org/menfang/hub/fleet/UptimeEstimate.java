package org.menfang.hub.fleet;

/// What the uptime of a gate must be at least, computed from what it said last.
///
/// A message is heard after it was sent, so each one gives an uptime that is too small, never too
/// large; the largest is the best. A command that is given an expiry by this estimate thus dies too
/// early rather than too late.
///
/// @param boot the start of the gate that it counts from
/// @param aheadMillis how far the gate's uptime is ahead of the hub's monotonic clock; negative if
///   it is behind
/// @param atMillis the hub's monotonic clock when that was so
public record UptimeEstimate(long boot, long aheadMillis, long atMillis) {
    /// How far two clocks may drift apart. Ten times what a crystal does, so that an estimate which
    /// is old falls behind the truth instead of running ahead of it.
    private static final long DRIFT_PARTS_PER_MILLION = 500;

    public static UptimeEstimate heard(long boot, long uptimeMillis, HubMoment now) {
        return new UptimeEstimate(
                boot, uptimeMillis - now.monotonicMillis(), now.monotonicMillis());
    }

    /// The better of this one and what was heard now.
    UptimeEstimate with(UptimeEstimate heard) {
        boolean sameStart = heard.boot == boot;
        return sameStart && aheadAt(heard.atMillis) > heard.aheadMillis ? this : heard;
    }

    /// The uptime by now, in milliseconds.
    public long uptimeMillis(HubMoment now) {
        return Math.max(0, now.monotonicMillis() + aheadAt(now.monotonicMillis()));
    }

    private long aheadAt(long millis) {
        return aheadMillis - (millis - atMillis) * DRIFT_PARTS_PER_MILLION / 1_000_000;
    }
}
