package org.menfang.gate.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.HolderId;
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
    public KnownTime time() {
        return new KnownTime(wall, trusted, grounds.passed(), grounds.local());
    }
}
