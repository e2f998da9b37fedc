package org.menfang.hub.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.menfang.hub.notify.Notice.Urgency;

/// Decides which message of a way goes next, and when.
///
/// Urgent ones go first; among these, those that were tried less often, so that one that is refused
/// holds up no other. A robot gets at most {@link #MESSAGES_A_MINUTE_MAX} a minute, half of what
/// the group robots of WeCom and DingTalk take before they stay closed; news and calls leave some
/// of these to alarms. After a failure a way rests for longer and longer; an alarm that was never
/// tried does not wait for that.
final class Pacing {
    static final int MESSAGES_A_MINUTE_MAX = 10;
    static final int CALLS_A_MINUTE_MAX = 8;
    static final int NEWS_A_MINUTE_MAX = 6;

    /// No message and no way waits for longer between two tries.
    static final Duration PAUSE_MAX = Duration.ofMinutes(5);

    /// No way stays closed for longer, whatever its server says: DingTalk closes for 10 minutes.
    static final Duration CLOSED_MAX = Duration.ofMinutes(10);

    private static final Duration PAUSE_MIN = Duration.ofSeconds(2);
    private static final Duration ALARM_PAUSE_MAX = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int DOUBLINGS_MAX = 10;

    private static final Comparator<Message> ORDER =
            Comparator.comparing(Message::urgency)
                    .thenComparingInt(Message::tries)
                    .thenComparingLong(Message::number);

    /// What a way does next.
    sealed interface Next {
        record Send(Message message) implements Next {}

        record Wait(Instant until) implements Next {}

        record Nothing() implements Next {}
    }

    private Pacing() {}

    /// @param waiting all that waits at one way and is not over
    static Next next(Instant now, List<Message> waiting, WayPace pace) {
        Instant soonest = Instant.MAX;
        for (Message message : waiting.stream().sorted(ORDER).toList()) {
            Instant at = earliest(now, message, pace);
            if (!at.isAfter(now)) {
                return new Next.Send(message);
            }
            soonest = at.isBefore(soonest) ? at : soonest;
        }
        return waiting.isEmpty() ? new Next.Nothing() : new Next.Wait(soonest);
    }

    /// How long to wait after a message was tried in vain.
    ///
    /// @param tries how often it was, 1 and up
    /// @param chance 0 to 1, so that many hubs do not come back at the same moment
    static Duration pause(int tries, Urgency urgency, double chance) {
        long full = PAUSE_MIN.toMillis() << Math.min(tries - 1, DOUBLINGS_MAX);
        Duration max =
                switch (urgency) {
                    case ALARM -> ALARM_PAUSE_MAX;
                    case CALL, NEWS -> PAUSE_MAX;
                };
        long bounded = Math.min(full, max.toMillis());
        return Duration.ofMillis(bounded / 2 + (long) (bounded / 2.0 * chance));
    }

    private static Instant earliest(Instant now, Message message, WayPace pace) {
        Instant at = latest(within(now, message.nextAt(), PAUSE_MAX), room(now, message, pace));
        at = latest(at, within(now, pace.closedUntil(), CLOSED_MAX));
        boolean freshAlarm = message.urgency() == Urgency.ALARM && message.tries() == 0;
        return freshAlarm ? at : latest(at, within(now, pace.restUntil(), PAUSE_MAX));
    }

    /// When there is room for it in the minute.
    private static Instant room(Instant now, Message message, WayPace pace) {
        int max =
                switch (message.urgency()) {
                    case ALARM -> MESSAGES_A_MINUTE_MAX;
                    case CALL -> CALLS_A_MINUTE_MAX;
                    case NEWS -> NEWS_A_MINUTE_MAX;
                };
        List<Instant> recent = pace.attemptsSince(now, MINUTE);
        return recent.size() < max ? now : recent.get(recent.size() - max).plus(MINUTE);
    }

    /// A clock that was set back must not silence a way: nothing waits for longer than it can.
    private static Instant within(Instant now, Instant at, Duration max) {
        return at.isAfter(now.plus(max)) ? now : at;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
