package org.menfang.gate.rule;

import java.time.Duration;
import java.time.Instant;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AreaRule;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.RuleName;

/// The holder is not already where this leads, and has not just come through here. A pass, which
/// counts its uses, is not asked.
///
/// It never denies on the way out. Where somebody is does not hang on the time, so that it goes on
/// while the clock is not trusted; whether somebody came a moment ago does, and is not asked then.
final class PassbackRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.PASSBACK;
    }

    @Override
    public Finding judge(Case asked) {
        if (asked.holder() == null || asked.leadsOutside()) {
            return Finding.NOT_CONCERNED;
        }
        if (isTooSoon(asked)) {
            return new Finding.Denies(DenyReason.PASSBACK_TIMED);
        }
        return Finding.unless(!asked.isPassback() || isSoft(asked), DenyReason.PASSBACK);
    }

    private static boolean isSoft(Case asked) {
        AreaRule rule = asked.table().areaRule(asked.point().to());
        return rule == null || rule.passback() != Passback.HARD;
    }

    /// A passage that seems to lie ahead is measured as well: gates' clocks differ by a little.
    private static boolean isTooSoon(Case asked) {
        AccessPointRule rule = asked.table().accessPointRule(asked.point().id());
        Instant last = asked.grounds().lastPassage();
        Integer seconds = rule == null ? null : rule.notAgainSeconds();
        return seconds != null
                && last != null
                && asked.time().trusted()
                && Duration.between(last, asked.time().wall()).abs().toSeconds() < seconds;
    }
}
