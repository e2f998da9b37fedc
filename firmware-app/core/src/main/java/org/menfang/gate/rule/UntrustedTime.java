package org.menfang.gate.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.HolderKind;

/// The rule for a wall clock that is not trusted: residents and volunteers whose cards have no end
/// go on, at every hour; everybody else is denied, since their right hangs on the time.
final class UntrustedTime {
    private UntrustedTime() {}

    /// @param credential none where a volunteer lets the holder in
    static boolean admits(@Nullable Credential credential, Holder holder, KnownTime time) {
        if (credential == null) {
            return livesOrServesHere(holder.kind());
        }
        Instant from = credential.validFrom();
        boolean begun = from == null || time.hasReached(from);
        return begun && credential.validUntil() == null && livesOrServesHere(holder.kind());
    }

    /// Whether somebody has a right to be here that does not hang on the time.
    ///
    /// @param kind none for a stranger
    static boolean livesOrServesHere(@Nullable HolderKind kind) {
        return switch (kind) {
            case RESIDENT, VOLUNTEER -> true;
            case RENTER, COURIER, VISITOR -> false;
            case null -> false;
        };
    }
}
