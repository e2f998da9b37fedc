package org.menfang.gate.level;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.door.Doors;
import org.menfang.gate.door.Intent.Act;
import org.menfang.gate.level.FirstCards.FirstCard;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.KnownTime;
import org.menfang.rules.DoorRule.ModeTime;
import org.menfang.site.DoorPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;

/// Makes of doors what their schedules say.
///
/// A clock that is not trusted tells no schedule: doors are LOCKED then, neither open to strangers
/// nor shut to who lives here. How soon to look again is a matter of monotonic time, while
/// schedules are one of wall time, which may run at another pace or step: so it looks often.
public final class DoorSchedules implements Timed {
    private final List<DoorPlan> plans;
    private final ZoneId zone;
    private final Doors doors;
    private final FirstCards firstCards;
    private final Function<Moment, KnownTime> clock;
    private AccessTable table;
    private boolean lookNow = true;
    private boolean trusted;
    private MonotonicTime lookAt = MonotonicTime.START;

    /// @param clock what is known of the time of day at a moment
    public DoorSchedules(
            Site site,
            Doors doors,
            FirstCards firstCards,
            Function<Moment, KnownTime> clock,
            AccessTable table) {
        plans = site.doors();
        zone = site.zone();
        this.doors = doors;
        this.firstCards = firstCards;
        this.clock = clock;
        this.table = table;
    }

    /// Another rule set is in force: from this step on its schedules hold.
    public void replaceTable(AccessTable next) {
        table = next;
        lookNow = true;
    }

    /// A person asked something of a door.
    public void personActed() {
        lookNow = true;
    }

    /// Looks where something may have changed.
    public void settle(Turn turn) {
        if (firstCards.takeNews()
                || lookNow
                || trusted != turn.now().isTrusted()
                || turn.isDue(lookAt)) {
            look(turn);
        }
    }

    @Override
    public MonotonicTime wakeAt() {
        boolean scheduled = plans.stream().anyMatch(plan -> !schedule(plan.id()).isEmpty());
        return scheduled ? lookAt : MonotonicTime.NEVER;
    }

    @Override
    public void timeIsDue(Turn turn) {
        settle(turn);
    }

    private void look(Turn turn) {
        KnownTime now = clock.apply(turn.now());
        lookNow = false;
        trusted = now.trusted();
        lookAt = turn.time().plus(untilNextLook(turn.now().wall()));
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

    /// Schedules change at whole minutes.
    private static Duration untilNextLook(Instant wall) {
        Instant minute = wall.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Duration left = Duration.between(wall, minute);
        return left.compareTo(Limits.SCHEDULE_LOOK) < 0 ? left : Limits.SCHEDULE_LOOK;
    }
}
