package org.menfang.gate.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.Grounds;

/// Somebody asks to pass: where, with what, when, and all that the gate knows besides the rules.
/// The same inquiry to the same access table always gets the same answer.
///
/// @param credential what was shown; none if it could not be read, or for a holder whom a volunteer
///   lets in
/// @param assisted that holder
/// @param wall the wall clock, to the millisecond
/// @param trusted whether it may be believed
public record Inquiry(
        AccessPointId accessPoint,
        @Nullable CredentialIdentifier credential,
        @Nullable HolderId assisted,
        Instant wall,
        boolean trusted,
        Grounds grounds) {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    public KnownTime time() {
        return new KnownTime(wall, trusted, grounds.passed(), grounds.local());
    }

    /// What was asked when an event tells of a decision of the rules; empty for every other event.
    public static Optional<Inquiry> of(Event event) {
        return switch (event.body()) {
            case EventBody.AccessGranted granted ->
                    Optional.of(
                            recorded(
                                    event,
                                    granted.accessPoint(),
                                    granted.credential(),
                                    granted.holder(),
                                    granted.grounds()));
            case EventBody.AccessDenied denied ->
                    Optional.of(
                            recorded(
                                    event,
                                    denied.accessPoint(),
                                    denied.credential(),
                                    denied.holder(),
                                    denied.grounds()));
            case EventBody _ -> Optional.empty();
        };
    }

    private static Inquiry recorded(
            Event event,
            AccessPointId accessPoint,
            @Nullable CredentialIdentifier credential,
            @Nullable HolderId holder,
            Grounds grounds) {
        return new Inquiry(
                accessPoint,
                credential,
                credential == null && grounds.pass() == null ? holder : null,
                wall(event, grounds),
                event.trust() == TimeTrust.TRUSTED,
                grounds);
    }

    /// What the wall clock showed at the decision. The event may be later: somebody was waited for
    /// at the reader, or the disk. So it is taken from the time on the compound's wall, which lies
    /// ahead of it by the offset of the time zone: so many quarters of an hour.
    private static Instant wall(Event event, Grounds grounds) {
        Instant local = grounds.local().toInstant(ZoneOffset.UTC);
        double ahead = Duration.between(event.time(), local).toMillis();
        long quarters = Math.round(ahead / QUARTER.toMillis());
        return local.minus(QUARTER.multipliedBy(quarters));
    }
}
