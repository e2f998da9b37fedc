package org.menfang.gate.access;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.door.Doors;
import org.menfang.gate.reader.ReaderDesk;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.DoorId;
import org.menfang.wire.EventBody;

/// Grants between the decision and the lock: each waits until its event is on disk, and never for
/// long. A journal that is slow or fails is an alarm and not a resident locked out.
///
/// No right of today is used up by a grant. One that is (a pass, a quota) must not go ahead of the
/// journal: {@link #goAhead} is the one place where that is decided.
public final class Grants implements Timed {
    private final Doors doors;
    private final Alarms alarms;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private boolean storageFails;

    public Grants(Doors doors, Alarms alarms) {
        this.doors = doors;
        this.alarms = alarms;
    }

    /// What is released, and for whom.
    ///
    /// @param desk the reader that shows the answer; none for a release from afar
    public record Grant(DoorId door, boolean extended, @Nullable ReaderDesk desk) {
        @Nullable AccessPointId accessPoint() {
            return desk == null ? null : desk.accessPoint().id();
        }
    }

    private record Waiting(long seq, Grant grant, MonotonicTime until) {}

    /// Releases once the event is durable, or its time is over.
    ///
    /// @param seq the event that says so
    public void give(Turn turn, long seq, Grant grant) {
        waiting.add(new Waiting(seq, grant, turn.time().plus(Limits.JOURNAL_WAIT)));
        if (storageFails) {
            goAhead(turn);
        } else if (waiting.size() > Limits.PENDING_GRANTS_MAX) {
            slow(turn);
            release(turn, waiting.remove());
        }
    }

    /// Events are durable up to here.
    public void committed(Turn turn, long seq) {
        while (!waiting.isEmpty() && waiting.element().seq() <= seq) {
            release(turn, waiting.remove());
        }
    }

    public void journalFailed(Turn turn, String why) {
        storageFails = true;
        alarms.raise(turn, AlarmKind.STORAGE_FAILED, alarms.gate(), Limits.shortened(why));
        goAhead(turn);
    }

    public void journalRecovered(Turn turn) {
        storageFails = false;
        alarms.returned(turn, AlarmKind.STORAGE_FAILED, alarms.gate());
    }

    @Override
    public Optional<MonotonicTime> wakeAt() {
        return Optional.ofNullable(waiting.peek()).map(Waiting::until);
    }

    @Override
    public void timeIsDue(Turn turn) {
        while (!waiting.isEmpty() && turn.isDue(waiting.element().until())) {
            slow(turn);
            release(turn, waiting.remove());
        }
    }

    /// Releases all that wait, though nothing is on disk.
    private void goAhead(Turn turn) {
        while (!waiting.isEmpty()) {
            release(turn, waiting.remove());
        }
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
        } else {
            turn.write(
                    new EventBody.AccessNotTaken(
                            grant.accessPoint(), grant.door(), List.of(due.seq())));
        }
        ReaderDesk desk = grant.desk();
        if (desk != null) {
            desk.show(turn, obeys ? ReaderFeedback.GRANTED : ReaderFeedback.DENIED);
        }
    }
}
