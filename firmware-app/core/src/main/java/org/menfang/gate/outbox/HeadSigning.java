package org.menfang.gate.outbox;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.Effect;
import org.menfang.gate.Input;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.EventBody;

/// Has the heads of both streams signed: every hundred events, within a minute of anything new, and
/// at each alarm. A signed head is itself an event, and none that asks for another.
public final class HeadSigning implements Timed {
    private final Scribe scribe;
    private long signedEvents;
    private long signedAlarmSeq;
    private @Nullable MonotonicTime signBy;

    public HeadSigning(Scribe scribe) {
        this.scribe = scribe;
        signedEvents = eventsBesidesHeads();
        signedAlarmSeq = scribe.lastSeq(EventStream.ALARMS);
    }

    /// Looks at what the step has written.
    public void settle(Turn turn) {
        long unsigned = eventsBesidesHeads() - signedEvents;
        if (scribe.lastSeq(EventStream.ALARMS) > signedAlarmSeq) {
            signAlarms(turn);
            signEvents(turn);
        } else if (unsigned >= Limits.HEAD_EVENTS_MAX) {
            signEvents(turn);
        } else if (unsigned > 0 && signBy == null) {
            signBy = turn.time().plus(Limits.HEAD_INTERVAL);
        }
    }

    /// Writes down a signature that the journal's key made.
    public void signatureMade(Turn turn, Input.HeadSignatureMade made) {
        turn.write(
                new EventBody.HeadSigned(made.stream(), made.seq(), made.hash(), made.signature()));
    }

    @Override
    public MonotonicTime wakeAt() {
        return MonotonicTime.orNever(signBy);
    }

    @Override
    public void timeIsDue(Turn turn) {
        if (signBy != null && turn.isDue(signBy)) {
            signEvents(turn);
        }
    }

    private void signEvents(Turn turn) {
        signedEvents = eventsBesidesHeads();
        signBy = null;
        turn.ask(new Effect.SignHead(EventStream.EVENTS, scribe.lastSeq(EventStream.EVENTS)));
    }

    private void signAlarms(Turn turn) {
        signedAlarmSeq = scribe.lastSeq(EventStream.ALARMS);
        turn.ask(new Effect.SignHead(EventStream.ALARMS, signedAlarmSeq));
    }

    private long eventsBesidesHeads() {
        return scribe.lastSeq(EventStream.EVENTS) - scribe.headsWritten();
    }
}
