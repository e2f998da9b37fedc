package org.menfang.gate.rule;

import java.time.Instant;
import org.menfang.rules.Credential;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// The credential's time has begun and has not ended. A time that has passed for certain ends it,
/// whatever the clock shows now.
final class ValidityRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.VALIDITY;
    }

    @Override
    public Finding judge(Case asked) {
        Credential credential = asked.credential();
        if (credential == null) {
            return Finding.NOT_CONCERNED;
        }
        KnownTime time = asked.time();
        Instant until = credential.validUntil();
        if (until != null && time.hasReached(until)) {
            return new Finding.Denies(DenyReason.EXPIRED);
        }
        Instant from = credential.validFrom();
        boolean early = time.trusted() && from != null && time.wall().isBefore(from);
        return Finding.unless(!early, DenyReason.NOT_YET_VALID);
    }
}
