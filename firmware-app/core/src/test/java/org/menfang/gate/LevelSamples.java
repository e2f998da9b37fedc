package org.menfang.gate;

import java.time.ZoneId;
import java.util.List;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.DoorRule;
import org.menfang.rules.DoorRule.ModeTime;
import org.menfang.rules.LevelRule;
import org.menfang.rules.LevelRule.DoorEffect;
import org.menfang.rules.LevelRule.Origin;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.RuleSet;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.ScheduleId;
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

    /// The compound of the tests without its lamp, in a time zone.
    static Site siteWithoutLamps(ZoneId zone) {
        Site site = Samples.site();
        return new Site(
                site.compound(),
                site.gate(),
                site.name(),
                zone,
                site.place(),
                site.areas(),
                site.doors(),
                site.readers(),
                site.accessPoints(),
                site.fire(),
                List.of(),
                site.cameras(),
                site.alarmInputs(),
                site.hub(),
                site.pins());
    }

    static AccessTable table() {
        return tableOf(levels());
    }

    static AccessTable tableOf(LevelRules levels) {
        return AccessTable.of(Samples.site(), with(Samples.rules(), levels, PlaceRules.NONE));
    }

    /// Levels, and doors with schedules: the north door is open in working hours once a volunteer
    /// has come, and the south door blocked.
    static AccessTable scheduledTable() {
        ScheduleId workdays = new ScheduleId("workdays");
        List<DoorRule> doors =
                List.of(
                        new DoorRule(
                                Samples.NORTH,
                                List.of(
                                        new ModeTime(
                                                workdays,
                                                DoorMode.UNLOCKED,
                                                List.of(new AccessProfileId("patrol"))))),
                        new DoorRule(
                                Samples.SOUTH,
                                List.of(new ModeTime(workdays, DoorMode.BLOCKED, List.of()))));
        PlaceRules places = new PlaceRules(doors, List.of(), List.of(), List.of(), List.of());
        return AccessTable.of(Samples.site(), with(Samples.rules(), levels(), places));
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
