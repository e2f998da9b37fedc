package org.menfang.gate;

import java.util.List;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.LevelRule;
import org.menfang.rules.LevelRule.DoorEffect;
import org.menfang.rules.LevelRule.Origin;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.SiteLevel;

/// Rule sets with levels: a patrol may be told at a reader and opens nothing, a lockdown shuts the
/// north door for everybody and the south door for credentials, and an evacuation opens both.
final class LevelSamples {
    private LevelSamples() {}

    static LevelRules levels() {
        return new LevelRules(
                List.of(
                        new LevelRule(
                                SiteLevel.PATROL_PRESENT,
                                List.of(Origin.HUB, Origin.READER),
                                60,
                                List.of(),
                                List.of()),
                        new LevelRule(
                                SiteLevel.LOCKDOWN,
                                List.of(Origin.HUB),
                                30,
                                List.of(
                                        new DoorEffect(Samples.NORTH, DoorMode.LOCKED_DOWN),
                                        new DoorEffect(Samples.SOUTH, DoorMode.BLOCKED)),
                                List.of(HolderKind.VOLUNTEER)),
                        new LevelRule(
                                SiteLevel.EVACUATION,
                                List.of(Origin.HUB),
                                90,
                                List.of(
                                        new DoorEffect(Samples.NORTH, DoorMode.UNLOCKED),
                                        new DoorEffect(Samples.SOUTH, DoorMode.LOCKED_OPEN)),
                                List.of())),
                10,
                20);
    }

    /// The same levels, each for so many minutes at most.
    static LevelRules lasting(LevelRules rules, int minutesMax) {
        return new LevelRules(
                rules.levels().stream()
                        .map(rule ->
                                new LevelRule(
                                        rule.level(),
                                        rule.from(),
                                        minutesMax,
                                        rule.doors(),
                                        rule.admits()))
                        .toList(),
                rules.holdOpenMinutesMax(),
                rules.lockDownMinutesMax());
    }

    static AccessTable table() {
        return tableOf(levels());
    }

    static AccessTable tableOf(LevelRules levels) {
        return AccessTable.of(Samples.site(), with(Samples.rules(), levels, PlaceRules.NONE));
    }

    static RuleSet with(RuleSet rules, LevelRules levels, PlaceRules places) {
        return new RuleSet(
                rules.compound(),
                rules.version(),
                rules.decided(),
                rules.gates(),
                rules.specialDays(),
                rules.schedules(),
                rules.profiles(),
                rules.holders(),
                rules.credentials(),
                places,
                rules.households(),
                rules.recognition(),
                levels,
                rules.passes());
    }
}
