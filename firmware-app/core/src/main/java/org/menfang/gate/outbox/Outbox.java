package org.menfang.gate.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Effect;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.EventPosition;

/// Brings what is durable to the hub: two lanes, alarms first, each in order and within a window,
/// from the last acknowledgement on. The journal is the store; here are only the places in it.
public final class Outbox implements Timed {
    private final Alarms alarms;
    private final Lane alarmLane;
    private final Lane eventLane;
    private final DrainRate rate = new DrainRate();
    private boolean linkUp;
    private Hub hub = Hub.UNHEARD;
    private @Nullable MonotonicTime positionBy;
    private boolean announcementDue;
    private @Nullable MonotonicTime drainAt;

    /// What we know of the hub since the link is up.
    private enum Hub {
        UNHEARD,
        ONLINE,
        OFFLINE
    }

    public Outbox(JournalStart start, Alarms alarms) {
        this.alarms = alarms;
        eventLane =
                new Lane(EventStream.EVENTS, start.lastEventSeq(), start.acknowledgedEventSeq());
        alarmLane =
                new Lane(EventStream.ALARMS, start.lastAlarmSeq(), start.acknowledgedAlarmSeq());
    }

    public boolean isLinkUp() {
        return linkUp;
    }

    /// The last event that the hub is known to hold.
    public long acknowledgedEventSeq() {
        return eventLane.acknowledged();
    }

    public void committed(EventPosition upTo) {
        lane(upTo.stream()).committed(upTo.seq());
    }

    public void linkUp() {
        linkUp = true;
        hub = Hub.UNHEARD;
        forgetPositions();
        announcementDue = true;
    }

    public void linkLost() {
        linkUp = false;
        hub = Hub.UNHEARD;
        forgetPositions();
    }

    /// Whether the hub is there. One that comes back may hold less than before, so that its
    /// position is awaited anew each time.
    public void hubSeen(Turn turn, boolean online) {
        hub = online ? Hub.ONLINE : Hub.OFFLINE;
        forgetPositions();
        if (online) {
            positionBy = turn.time().plus(Limits.ACKNOWLEDGEMENT_WAIT);
        }
    }

    /// Has an acknowledgement compared with the journal. What the gate never wrote cannot be
    /// compared: it differs.
    ///
    /// It is also a sign of life: a hub says that it is online once for a whole compound, and a
    /// gate that comes in that very moment may miss it. What came before it said goodbye does not
    /// count.
    public void acknowledged(Turn turn, Acknowledgement acknowledgement) {
        if (linkUp && hub == Hub.UNHEARD) {
            hub = Hub.ONLINE;
            positionBy = turn.time().plus(Limits.ACKNOWLEDGEMENT_WAIT);
        }
        rate.set(acknowledgement.eventsPerSecondMax(), turn.time());
        if (lane(acknowledgement.stream()).holds(acknowledgement.seq())) {
            turn.ask(new Effect.CheckAcknowledgement(acknowledgement));
        } else {
            diverged(turn, acknowledgement.stream(), acknowledgement.seq());
        }
    }

    public void matched(Turn turn, EventStream stream, long seq) {
        lane(stream).acknowledged(seq, turn.time());
        if (lanes().stream().noneMatch(Lane::isDiverged)) {
            alarms.returned(turn, AlarmKind.CHAIN_DIVERGED, alarms.gate());
        }
    }

    public void diverged(Turn turn, EventStream stream, long seq) {
        lane(stream).diverged();
        alarms.raise(turn, AlarmKind.CHAIN_DIVERGED, alarms.gate(), stream.wireName() + " " + seq);
    }

    /// Whether the gate is to announce itself now; asked once, answered once.
    public boolean takeAnnouncement() {
        boolean due = announcementDue;
        announcementDue = false;
        return due;
    }

    /// Sends what may be sent, alarms first.
    public void settle(Turn turn) {
        drainAt = null;
        if (!linkUp || hub != Hub.ONLINE) {
            return;
        }
        alarmLane.send(turn, alarmLane.sendable());
        // What is on a slow line cannot be overtaken: events wait until the alarms are sent.
        long waiting = alarmLane.owesWithoutPosition() ? 0 : eventLane.sendable();
        if (waiting > 0) {
            drain(turn, waiting);
        }
    }

    @Override
    public MonotonicTime wakeAt() {
        MonotonicTime progress =
                MonotonicTime.earliest(alarmLane.progressBy(), eventLane.progressBy());
        return MonotonicTime.earliest(
                progress,
                MonotonicTime.earliest(
                        MonotonicTime.orNever(positionBy), MonotonicTime.orNever(drainAt)));
    }

    @Override
    public void timeIsDue(Turn turn) {
        for (Lane lane : lanes()) {
            if (turn.isDue(lane.progressBy())) {
                lane.sendAgain();
            }
        }
        if (positionBy != null && turn.isDue(positionBy)) {
            awaitPosition(turn);
        }
    }

    private void drain(Turn turn, long waiting) {
        long count = Math.min(waiting, rate.allowance(turn.time()));
        eventLane.send(turn, count);
        rate.use(count);
        if (count < waiting) {
            drainAt = rate.moreAt();
        }
    }

    private void awaitPosition(Turn turn) {
        boolean awaited = lanes().stream().anyMatch(Lane::awaitsPosition);
        announcementDue |= awaited;
        positionBy = awaited ? turn.time().plus(Limits.ACKNOWLEDGEMENT_WAIT) : null;
    }

    private void forgetPositions() {
        lanes().forEach(Lane::forgetPosition);
        positionBy = null;
    }

    private List<Lane> lanes() {
        return List.of(alarmLane, eventLane);
    }

    private Lane lane(EventStream stream) {
        return switch (stream) {
            case EVENTS -> eventLane;
            case ALARMS -> alarmLane;
        };
    }
}
