package org.menfang.gate.outbox;

import java.time.temporal.ChronoUnit;
import org.menfang.gate.Effect;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Moment;
import org.menfang.site.Site;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;

/// Gives every event its place: 1, 2, 3 ... without gaps in each stream.
public final class Scribe {
    private final CompoundId compound;
    private final GateId gate;
    private final long boot;
    private long lastEventSeq;
    private long lastAlarmSeq;
    private long headsWritten;

    public Scribe(Site site, JournalStart start) {
        compound = site.compound();
        gate = site.gate();
        boot = start.boot();
        lastEventSeq = start.lastEventSeq();
        lastAlarmSeq = start.lastAlarmSeq();
    }

    public Effect.Append write(EventStream stream, EventBody body, Moment now) {
        long seq = lastSeq(stream) + 1;
        switch (stream) {
            case EVENTS -> lastEventSeq = seq;
            case ALARMS -> lastAlarmSeq = seq;
        }
        if (body instanceof EventBody.HeadSigned) {
            headsWritten++;
        }
        return new Effect.Append(
                new Event(
                        compound,
                        gate,
                        new EventPosition(stream, seq),
                        boot,
                        now.wall().truncatedTo(ChronoUnit.MILLIS),
                        now.trust(),
                        body));
    }

    /// The last sequence given out; 0 for none.
    public long lastSeq(EventStream stream) {
        return switch (stream) {
            case EVENTS -> lastEventSeq;
            case ALARMS -> lastAlarmSeq;
        };
    }

    /// How many of the events written since the start are signed heads.
    long headsWritten() {
        return headsWritten;
    }
}
