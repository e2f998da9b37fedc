package org.menfang.gate.access;

import org.menfang.rules.Credential;
import org.menfang.rules.Holder;

/// The rule for a wall clock that is not trusted: residents and volunteers whose cards have no end
/// go on, at every hour; everybody else is denied, since their right hangs on the time.
final class UntrustedTime {
    private UntrustedTime() {}

    static boolean admits(Credential credential, Holder holder, KnownTime time) {
        boolean begun = credential.validFrom() == null || time.hasReached(credential.validFrom());
        return begun && credential.validUntil() == null && livesOrServesHere(holder);
    }

    private static boolean livesOrServesHere(Holder holder) {
        return switch (holder.kind()) {
            case RESIDENT, VOLUNTEER -> true;
            case RENTER, COURIER, VISITOR -> false;
        };
    }
}
