package org.menfang.gate.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.ClassLimit;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;
import org.menfang.vocabulary.ScheduleId;

/// The class of the credential suffices here and now: a number that any shop can copy may open the
/// gate by day and the clinic never.
///
/// While the clock is not trusted, a class that suffices at some time suffices for residents and
/// volunteers, who go on; for everybody else nobody can tell. A class that never suffices does not
/// suffice then either.
final class CredentialClassRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.CREDENTIAL_CLASS;
    }

    @Override
    public Finding judge(Case asked) {
        CredentialClass type = asked.type();
        List<ClassLimit> limits =
                type == null ? List.of() : asked.table().classLimits(type, asked.point().id());
        if (limits.isEmpty()) {
            return Finding.NOT_CONCERNED;
        }
        boolean ever = limits.stream().anyMatch(limit -> limit.schedule() != null);
        if (!asked.time().trusted() && ever) {
            return Finding.unless(
                    UntrustedTime.livesOrServesHere(asked.kind()), DenyReason.TIME_NOT_TRUSTED);
        }
        return Finding.unless(
                limits.stream().anyMatch(limit -> holds(asked, limit.schedule())),
                DenyReason.CLASS_TOO_WEAK);
    }

    private static boolean holds(Case asked, @Nullable ScheduleId schedule) {
        return schedule != null && asked.holds(schedule);
    }
}
