package org.menfang.gate.level;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.WallSpan;
import org.menfang.gate.door.Doors;
import org.menfang.gate.door.Intent.Act;
import org.menfang.gate.level.FirstCards.FirstCard;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.KnownTime;
import org.menfang.gate.rule.Timetable;
import org.menfang.rules.DoorRule.ModeTime;
import org.menfang.site.DoorPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;

/// Makes of doors what their schedules say.
///
/// A clock that is not trusted tells no schedule: doors are LOCKED then, neither open to strangers
/// nor shut to who lives here.
public final class DoorSchedules implements Timed {
    private static final Duration LOOK_AHEAD = Duration.ofDays(Timetable.LOOK_AHEAD_DAYS);

    private final List<DoorPlan> plans;
    private final ZoneId zone;
    private final Doors doors;
    private final FirstCards firstCards;
    private AccessTable table;
    private boolean trusted;

    /// In which every schedule says what it said when it was asked.
    private WallSpan unchanged = WallSpan.NONE;

    public DoorSchedules(Site site, Doors doors, FirstCards firstCards, AccessTable table) {
        plans = site.doors();
        zone = site.zone();
        this.doors = doors;
        this.firstCards = firstCards;
        this.table = table;
    }

    /// Another rule set is in force: from this step on its schedules hold.
    public void replaceTable(AccessTable next) {
        table = next;
        unchanged = WallSpan.NONE;
    }

    /// A person asked something of a door.
    public void personActed() {
        unchanged = WallSpan.NONE;
    }

    /// Looks where something may have changed.
    public void settle(Turn turn) {
        if (firstCards.takeNews()
                || trusted != turn.now().isTrusted()
                || !unchanged.holdsAt(turn.now().wall())) {
            look(turn);
        }
    }

    @Override
    public MonotonicTime wakeAt() {
        return MonotonicTime.NEVER;
    }

    @Override
    public Instant wakeAtWall() {
        return unchanged.until();
    }

    @Override
    public void timeIsDue(Turn turn) {
        settle(turn);
    }

    private void look(Turn turn) {
        KnownTime now = turn.known();
        trusted = now.trusted();
        unchanged = trusted ? new WallSpan(now.wall(), nextChange(now)) : WallSpan.ALWAYS;
        for (DoorPlan plan : plans) {
            look(turn, plan.id(), now);
        }
    }

    private void look(Turn turn, DoorId door, KnownTime now) {
        DoorSchedule schedule = schedule(door);
        Act act = doors.door(door).intent().act();
        if (!now.trusted()) {
            firstCards.forget(door);
            doors.obeySchedule(turn, door, DoorMode.LOCKED, act);
        } else {
            doors.obeySchedule(turn, door, mode(schedule, door, now), kept(schedule, act, now));
        }
    }

    private DoorMode mode(DoorSchedule schedule, DoorId door, KnownTime now) {
        ModeTime planned = schedule.at(now.local()).orElse(null);
        FirstCard card = firstCards.at(door);
        boolean opened =
                card != null
                        && planned != null
                        && planned.schedule().equals(card.schedule())
                        && schedule.holdsSince(card.schedule(), local(card.at()), now.local());
        if (!opened) {
            firstCards.forget(door);
        }
        if (planned == null) {
            return DoorMode.LOCKED;
        }
        return planned.firstCard().isEmpty() || opened ? planned.mode() : DoorMode.LOCKED;
    }

    /// What is left of a person's act: it ends with the next beginning or end of a schedule of its
    /// door. A LOCK of a door that has none needs no end.
    private @Nullable Act kept(DoorSchedule schedule, @Nullable Act act, KnownTime now) {
        if (act == null || (schedule.isEmpty() && act.mode() == DoorMode.LOCKED)) {
            return null;
        }
        Instant at = act.at();
        if (at == null) {
            return new Act(act.mode(), now.wall());
        }
        return schedule.hasChanged(local(at), now.local()) ? null : act;
    }

    private DoorSchedule schedule(DoorId door) {
        return DoorSchedule.of(table, table.doorRule(door));
    }

    private LocalDateTime local(Instant wall) {
        return LocalDateTime.ofInstant(wall, zone);
    }

    /// When any schedule next begins or ends to hold: at that minute of the compound's wall clock,
    /// which itself is put forward or back at some days of the year.
    private Instant nextChange(KnownTime now) {
        ZoneRules rules = zone.getRules();
        ZoneOffset offset = rules.getOffset(now.wall());
        Instant change =
                plans.stream()
                        .flatMap(plan -> schedule(plan.id()).nextChange(now.local()).stream())
                        .min(LocalDateTime::compareTo)
                        .map(local -> ZonedDateTime.ofLocal(local, zone, offset).toInstant())
                        .orElse(now.wall().plus(LOOK_AHEAD));
        ZoneOffsetTransition transition = rules.nextTransition(now.wall());
        return transition == null || change.isBefore(transition.getInstant())
                ? change
                : transition.getInstant();
    }
}
