package org.menfang.gate.sqlite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.Memory;
import org.menfang.gate.alarm.Alarm;
import org.menfang.gate.ledger.Entry;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.Grounds.UseRef;

/// Events and memories for tests.
final class Samples {
    static final CompoundId COMPOUND = new CompoundId("xiyuan");
    static final GateId GATE = new GateId("north");
    static final DoorId DOOR = new DoorId("north-door");
    static final OperatorName OPERATOR = new OperatorName("wang");
    static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private Samples() {}

    static EventPosition at(EventStream stream, long seq) {
        return new EventPosition(stream, seq);
    }

    static Event event(EventStream stream, long seq) {
        return event(stream, seq, new EventBody.DoorOpened(DOOR));
    }

    static Event event(EventStream stream, long seq, EventBody body) {
        return new Event(
                COMPOUND,
                GATE,
                at(stream, seq),
                1,
                START.plusSeconds(seq),
                TimeTrust.TRUSTED,
                body);
    }

    /// An entry of the ledger that only its counter tells from the next one of the same card.
    static Entry counter(int card, long counter) {
        return new Entry.TagCounter(
                new CredentialIdentifier(String.format("ntag-424:%014X", card)), counter);
    }

    static Entry quotaUses(int uses) {
        List<UseRef> all = new ArrayList<>();
        for (int seq = 1; seq <= uses; seq++) {
            all.add(new UseRef(GATE, seq, START));
        }
        return new Entry.QuotaUses(new HouseholdId("1-101"), new QuotaId("out"), all);
    }

    static Memory memory(long alarm) {
        return new Memory(
                List.of(
                        new Alarm(
                                new AlarmId(alarm),
                                AlarmKind.FORCED_OPEN,
                                AlarmSource.of(DOOR),
                                "北门",
                                AlarmState.RAISED,
                                START)),
                List.of(new Memory.DoorModeSet(DOOR, DoorMode.BLOCKED, DoorMode.LOCKED)));
    }
}
