package org.menfang.gate.rule;

import java.util.List;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// The schedule of a profile that names this access point holds now.
///
/// A clock that is not trusted tells no schedule: residents and volunteers whose cards have no end
/// go on, at every hour; everybody else goes to a person. See {@link UntrustedTime}.
final class ScheduleRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.SCHEDULE;
    }

    @Override
    public Finding judge(Case asked) {
        Holder holder = asked.holder();
        if (holder == null) {
            return Finding.NOT_CONCERNED;
        }
        KnownTime time = asked.time();
        if (!time.trusted()) {
            return Finding.unless(
                    UntrustedTime.admits(asked.credential(), holder, time),
                    DenyReason.TIME_NOT_TRUSTED);
        }
        List<Timetable> timetables = asked.table().timetables(holder, asked.point().id());
        for (Timetable timetable : timetables) {
            if (timetable.holdsAt(time.local())) {
                return Finding.PASSES;
            }
        }
        return timetables.isEmpty()
                ? Finding.NOT_CONCERNED
                : new Finding.Denies(DenyReason.NOT_PERMITTED_NOW);
    }
}
