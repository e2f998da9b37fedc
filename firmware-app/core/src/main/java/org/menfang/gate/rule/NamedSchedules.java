package org.menfang.gate.rule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.DoorRule;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.ScheduleId;

/// The schedules that a rule set names outside of its profiles, so that one that is not there is
/// found when the table is made and not when somebody stands at the door.
final class NamedSchedules {
    private NamedSchedules() {}

    static List<ScheduleId> of(RuleSet rules) {
        return Stream.of(
                        rules.recognition().classLimits().stream().map(ClassLimit::schedule),
                        rules.places().accessPoints().stream().map(AccessPointRule::twoPersons),
                        rules.places().accessPoints().stream()
                                .flatMap(point -> point.security().stream())
                                .map(AccessPointRule.SecurityTime::schedule),
                        rules.places().doors().stream()
                                .flatMap(door -> door.modes().stream())
                                .map(DoorRule.ModeTime::schedule))
                .<ScheduleId>flatMap(schedules -> schedules)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
