package org.menfang.gate.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.Credential;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.Grounds.PassFacts;

/// The validity of the credential, or of the pass, has begun and has not ended. A time that has
/// passed for certain ends it, whatever the clock shows now: a clock that steps back revives
/// nothing.
///
/// While the clock is not trusted a pass, which always has an end, goes to a person. A card is
/// judged by {@link ScheduleRule}.
final class ValidityRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.VALIDITY;
    }

    @Override
    public Finding judge(Case asked) {
        PassFacts pass = asked.grounds().pass();
        if (pass != null) {
            return pass(asked.time(), pass.notBefore(), pass.expires());
        }
        Credential credential = asked.credential();
        return credential == null ? Finding.NOT_CONCERNED : card(asked.time(), credential);
    }

    private static Finding card(KnownTime time, Credential credential) {
        Instant until = credential.validUntil();
        if (until != null && time.hasReached(until)) {
            return new Finding.Denies(DenyReason.EXPIRED);
        }
        Instant from = credential.validFrom();
        boolean early = time.trusted() && from != null && time.wall().isBefore(from);
        return Finding.unless(!early, DenyReason.NOT_YET_VALID);
    }

    private static Finding pass(
            KnownTime time, @Nullable Instant notBefore, @Nullable Instant expires) {
        if (notBefore == null || expires == null) {
            return Finding.NOT_CONCERNED;
        }
        if (time.hasReached(expires)) {
            return new Finding.Denies(DenyReason.EXPIRED);
        }
        if (!time.trusted()) {
            return new Finding.Denies(DenyReason.TIME_NOT_TRUSTED);
        }
        return Finding.unless(!time.wall().isBefore(notBefore), DenyReason.NOT_YET_VALID);
    }
}
