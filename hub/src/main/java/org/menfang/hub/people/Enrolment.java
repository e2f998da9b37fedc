package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.EventBody;

/// Waits for a card at a reader. The gate turns an unknown card away and writes down its number,
/// and that is all that is needed: nothing at the gate changes for it.
final class Enrolment {
    /// How long a tap is waited for.
    static final Duration WAIT_MAX = Duration.ofSeconds(60);

    /// How many people can wait for cards at a time; the oldest wait makes room.
    static final int WAITS_MAX = 50;

    /// How long a card that was read can be given to somebody.
    static final Duration GIVE_MAX = Duration.ofMinutes(10);

    private static final int EVENTS_LOOKED_AT_MAX = 5 * Desk.EVENTS_MAX;

    /// A person who waits.
    ///
    /// @param after the newest event when it began
    private record Wait(
            CompoundId compound,
            AccessPointId point,
            long after,
            Instant since,
            @Nullable CredentialIdentifier read) {
        Wait with(CredentialIdentifier card) {
            return new Wait(compound, point, after, since, card);
        }
    }

    /// How it stands.
    sealed interface State {
        record NothingAsked() implements State {}

        record Waiting(AccessPointId point, long secondsLeft) implements State {}

        /// @param known whose card it is already
        record Read(
                CompoundId compound,
                AccessPointId point,
                CredentialIdentifier card,
                @Nullable HolderId known)
                implements State {}

        record TimeOver(AccessPointId point) implements State {}
    }

    private final Desk desk;
    private final Map<OperatorName, Wait> waits = new LinkedHashMap<>();

    Enrolment(Desk desk) {
        this.desk = desk;
    }

    synchronized void begin(
            OperatorName who, CompoundId compound, AccessPointId point, Instant now) {
        List<LoggedEvent> newest = desk.events(Long.MAX_VALUE, 1);
        long after = newest.isEmpty() ? 0 : newest.getFirst().number();
        waits.remove(who);
        if (waits.size() >= WAITS_MAX) {
            waits.remove(waits.keySet().iterator().next());
        }
        waits.put(who, new Wait(compound, point, after, now, null));
    }

    synchronized void end(OperatorName who) {
        waits.remove(who);
    }

    /// @param rules the newest set of a compound
    synchronized State state(OperatorName who, Instant now, Rules rules) {
        Wait wait = waits.get(who);
        if (wait == null) {
            return new State.NothingAsked();
        }
        Duration age = Duration.between(wait.since(), now);
        CredentialIdentifier read = wait.read();
        if (read == null) {
            Instant until = wait.since().plus(WAIT_MAX);
            Optional<CredentialIdentifier> tapped = tapped(wait, until);
            if (tapped.isEmpty()) {
                return age.compareTo(WAIT_MAX) < 0
                        ? new State.Waiting(wait.point(), WAIT_MAX.minus(age).toSeconds())
                        : new State.TimeOver(wait.point());
            }
            read = tapped.get();
            waits.put(who, wait.with(read));
        }
        if (age.compareTo(GIVE_MAX) > 0) {
            return new State.TimeOver(wait.point());
        }
        CredentialIdentifier card = read;
        HolderId known =
                rules.newest(wait.compound())
                        .flatMap(set -> HolderEdits.find(set, card))
                        .map(credential -> credential.holder())
                        .orElse(null);
        return new State.Read(wait.compound(), wait.point(), read, known);
    }

    /// Where the newest rule sets are.
    @FunctionalInterface
    interface Rules {
        Optional<RuleSet> newest(CompoundId compound);
    }

    /// The first card that was shown there since; one that is let in counts too, since it may be
    /// the wrong card.
    private Optional<CredentialIdentifier> tapped(Wait wait, Instant until) {
        long before = Long.MAX_VALUE;
        LoggedEvent first = null;
        for (int seen = 0; seen < EVENTS_LOOKED_AT_MAX; seen += Desk.EVENTS_MAX) {
            List<LoggedEvent> some = desk.events(before, Desk.EVENTS_MAX);
            Optional<LoggedEvent> earliest =
                    some.stream()
                            .filter(event -> event.number() > wait.after())
                            .filter(event -> !event.heardAt().isAfter(until))
                            .filter(event -> isAt(wait, event))
                            .min(Comparator.comparingLong(LoggedEvent::number));
            first = earliest.orElse(first);
            if (some.size() < Desk.EVENTS_MAX || some.getLast().number() <= wait.after()) {
                break;
            }
            before = some.getLast().number();
        }
        return Optional.ofNullable(first).map(event -> card(event.event().body()));
    }

    private static boolean isAt(Wait wait, LoggedEvent logged) {
        EventBody body = logged.event().body();
        return logged.event().compound().equals(wait.compound())
                && card(body) != null
                && wait.point().equals(point(body));
    }

    private static @Nullable CredentialIdentifier card(EventBody body) {
        return switch (body) {
            case EventBody.AccessDenied denied -> denied.credential();
            case EventBody.AccessGranted granted -> granted.credential();
            default -> null;
        };
    }

    private static @Nullable AccessPointId point(EventBody body) {
        return switch (body) {
            case EventBody.AccessDenied denied -> denied.accessPoint();
            case EventBody.AccessGranted granted -> granted.accessPoint();
            default -> null;
        };
    }
}
