package org.menfang.gate.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.door.Doors;
import org.menfang.gate.ledger.Movements;
import org.menfang.gate.reader.ReaderDesk;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorId;
import org.menfang.wire.EventBody;

/// Grants between the decision and the lock: each waits until its event is on disk.
///
/// One that uses nothing up never waits for long: a journal that is slow or fails is an alarm and
/// not a resident locked out. One that uses something up (a use of a pass, a quota, a tag's
/// counter, the code of a moment) never goes ahead of the journal, since a power cut would give
/// back what was used: without a disk it is denied.
public final class Grants implements Timed {
    private final Doors doors;
    private final Alarms alarms;
    private final Movements movements;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean storageFails;
    private boolean storageDamaged;

    public Grants(Doors doors, Alarms alarms, Movements movements) {
        this.doors = doors;
        this.alarms = alarms;
        this.movements = movements;
    }

    /// What is released, and for whom.
    ///
    /// @param accessPoint none for a release from afar
    /// @param desk the reader that shows the answer; none for a release from afar
    /// @param using the event of a grant that uses something up; none for one that uses nothing up
    /// @param released told once the lock is released
    public record Grant(
            DoorId door,
            @Nullable AccessPointId accessPoint,
            boolean extended,
            @Nullable ReaderDesk desk,
            EventBody.@Nullable AccessGranted using,
            Consumer<Turn> released) {
        /// A release from afar.
        static Grant fromAfar(DoorId door) {
            return new Grant(door, null, false, null, null, _ -> {});
        }
    }

    private record Waiting(long seq, Grant grant, MonotonicTime until) {
        boolean usesUp() {
            return grant.using() != null;
        }
    }

    /// Releases once the event is durable, or its time is over.
    ///
    /// @param seq the event that says so
    public void give(Turn turn, long seq, Grant grant) {
        MonotonicTime until =
                turn.time()
                        .plus(grant.using() == null ? Limits.JOURNAL_WAIT : Limits.CONSUMING_WAIT);
        waiting.add(new Waiting(seq, grant, until));
        if (storageFails) {
            goAhead(turn, _ -> true);
        } else if (waiting.size() > Limits.PENDING_GRANTS_MAX) {
            slow(turn);
            goAhead(turn, waiting.getFirst()::equals);
        }
    }

    /// Events are durable up to here.
    public void committed(Turn turn, long seq) {
        for (Waiting each : take(due -> due.seq() <= seq)) {
            release(turn, each);
        }
    }

    public void journalFailed(Turn turn, String why) {
        storageFails = true;
        alarms.raise(turn, AlarmKind.STORAGE_FAILED, alarms.gate(), Limits.shortened(why));
        goAhead(turn, _ -> true);
    }

    public void journalRecovered(Turn turn) {
        storageFails = false;
        returnAlarm(turn);
    }

    /// What was stored is lost, and yet all that is written from now on may be durable.
    ///
    /// @param mended whether nothing is missing any more
    public void storageDamaged(Turn turn, String why, boolean mended) {
        storageDamaged |= !mended;
        alarms.raise(turn, AlarmKind.STORAGE_FAILED, alarms.gate(), Limits.shortened(why));
        returnAlarm(turn);
    }

    /// There are rules again.
    public void rulesReplaced(Turn turn) {
        if (storageDamaged) {
            storageDamaged = false;
            returnAlarm(turn);
        }
    }

    /// The cause is over; the alarm stays until a person resets it.
    private void returnAlarm(Turn turn) {
        if (!storageFails && !storageDamaged) {
            alarms.returned(turn, AlarmKind.STORAGE_FAILED, alarms.gate());
        }
    }

    @Override
    public MonotonicTime wakeAt() {
        MonotonicTime nearest = MonotonicTime.NEVER;
        for (Waiting each : waiting) {
            nearest = MonotonicTime.earliest(nearest, each.until());
        }
        return nearest;
    }

    @Override
    public void timeIsDue(Turn turn) {
        if (waiting.stream().anyMatch(each -> turn.isDue(each.until()))) {
            slow(turn);
            goAhead(turn, each -> turn.isDue(each.until()));
        }
    }

    /// Answers those who wait, though nothing is on disk: this is the one place where a right that
    /// is used up parts from one that is not.
    private void goAhead(Turn turn, Predicate<Waiting> which) {
        for (Waiting each : take(which)) {
            if (each.usesUp()) {
                refuse(turn, each);
            } else {
                release(turn, each);
            }
        }
    }

    private List<Waiting> take(Predicate<Waiting> which) {
        List<Waiting> taken = waiting.stream().filter(which).toList();
        waiting.removeAll(taken);
        return taken;
    }

    private void slow(Turn turn) {
        alarms.raiseForMoment(turn, AlarmKind.STORAGE_SLOW, alarms.gate(), "");
    }

    /// A door that was blocked since the decision stays shut.
    private void release(Turn turn, Waiting due) {
        Grant grant = due.grant();
        boolean obeys = doors.door(grant.door()).obeysCredentials();
        if (obeys) {
            doors.grant(
                    turn, grant.door(), grant.accessPoint(), false, grant.extended(), due.seq());
            grant.released().accept(turn);
        } else {
            notTaken(turn, due);
        }
        show(turn, grant, obeys ? ReaderFeedback.GRANTED : ReaderFeedback.DENIED_BLOCKED);
    }

    /// What it would have used up is given back, as after every grant that nobody takes.
    private void refuse(Turn turn, Waiting due) {
        notTaken(turn, due);
        EventBody.AccessGranted using = due.grant().using();
        if (using != null) {
            turn.write(
                    new EventBody.AccessDenied(
                            using.accessPoint(),
                            using.door(),
                            DenyReason.STORAGE_FAILED,
                            using.credential(),
                            using.holder(),
                            using.grounds(),
                            null));
        }
        show(turn, due.grant(), ReaderFeedback.of(DenyReason.STORAGE_FAILED));
    }

    private void notTaken(Turn turn, Waiting due) {
        Grant grant = due.grant();
        movements.notTaken(turn, List.of(due.seq()));
        turn.write(
                new EventBody.AccessNotTaken(
                        grant.accessPoint(), grant.door(), List.of(due.seq())));
    }

    private static void show(Turn turn, Grant grant, ReaderFeedback feedback) {
        ReaderDesk desk = grant.desk();
        if (desk != null) {
            desk.show(turn, feedback);
        }
    }
}
