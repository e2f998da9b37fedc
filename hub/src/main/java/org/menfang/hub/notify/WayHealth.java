package org.menfang.hub.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How one way of telling people does.
///
/// @param waiting how many messages wait
public record WayHealth(Way way, State state, WayTrace trace, int waiting, Figures figures) {
    /// The weekly test is at most this long ago.
    static final Duration STALE_AFTER = Duration.ofDays(8);

    /// Whether people can rely on a way.
    public enum State {
        /// Nothing was sent by it yet.
        UNTRIED,
        /// It took the last message.
        WORKS,
        /// It did not take the last message.
        FAILS,
        /// It took the last message, and that was longer ago than the weekly test.
        STALE,
        /// Somebody has paused it.
        PAUSED
    }

    /// What it did since the hub started.
    ///
    /// @param sent messages that it took
    /// @param failed tries in vain
    /// @param lost messages that were never told
    public record Figures(long sent, long failed, long lost) {}

    static WayHealth of(Way way, WayTrace trace, int waiting, Figures figures, Instant now) {
        return new WayHealth(way, state(way, trace, now), trace, waiting, figures);
    }

    private static State state(Way way, WayTrace trace, Instant now) {
        Instant good = trace.succeededAt();
        Instant bad = trace.failedAt();
        if (way.paused()) {
            return State.PAUSED;
        } else if (good == null) {
            return bad == null ? State.UNTRIED : State.FAILS;
        } else if (bad != null && !bad.isBefore(good)) {
            return State.FAILS;
        }
        return good.plus(STALE_AFTER).isBefore(now) ? State.STALE : State.WORKS;
    }

    /// Whether the group has ways and none of them works: nobody hears of an alarm who does not
    /// look at the board.
    public static boolean isGroupDeaf(List<WayHealth> all) {
        List<WayHealth> groups = all.stream().filter(each -> each.way().isGroups()).toList();
        return !groups.isEmpty() && groups.stream().noneMatch(each -> each.state() == State.WORKS);
    }
}
