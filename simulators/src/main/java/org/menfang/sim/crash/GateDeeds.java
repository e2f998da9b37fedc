package org.menfang.sim.crash;

import java.time.Instant;
import java.util.List;
import org.menfang.gate.Memory;
import org.menfang.gate.alarm.Alarm;
import org.menfang.gate.ledger.Entry;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;

/// What the victim writes into a gate's journal. All of it follows from the numbers of the events,
/// so that whoever looks later knows what must be there.
final class GateDeeds {
    static final CompoundId COMPOUND = new CompoundId("xingfu-li");
    static final GateId GATE = new GateId("main");

    /// So many cards take turns.
    static final int CARDS = 40;

    /// An alarm with every so many events.
    static final int EVENTS_AN_ALARM = 10;

    /// Something to remember with every so many events.
    static final int EVENTS_A_MEMORY = 7;

    private static final int RULES_BYTES_MAX = 300_000;
    private static final int DETAIL_CHARS_MAX = 900;
    private static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");

    private GateDeeds() {}

    static Event event(EventStream stream, long seq, long boot) {
        return new Event(
                COMPOUND,
                GATE,
                new EventPosition(stream, seq),
                boot,
                BEGIN.plusSeconds(seq),
                TimeTrust.TRUSTED,
                body(seq));
    }

    /// Mostly short, sometimes longer, so that the pages of the file fill in many ways.
    private static EventBody body(long seq) {
        return seq % 5 == 0
                ? new EventBody.PictureMissed(
                        new PictureId(seq),
                        new CameraId("north"),
                        "x".repeat((int) (seq * 131 % DETAIL_CHARS_MAX)))
                : new EventBody.DoorOpened(new DoorId("north-gate"));
    }

    static int cardOf(long seq) {
        return (int) (seq % CARDS);
    }

    /// The line of the ledger that goes with an event, and is written before it.
    static Entry entry(long seq) {
        return new Entry.TagCounter(
                new CredentialIdentifier(String.format("ntag-424:%014X", cardOf(seq))), seq);
    }

    /// The highest counter that a card has once an event is there; 0 for none.
    static long counterAt(int card, long seq) {
        long last = seq - Math.floorMod(seq - card, CARDS);
        return Math.max(0, last);
    }

    static Memory memory(long seq) {
        return new Memory(
                List.of(
                        new Alarm(
                                new AlarmId(seq),
                                AlarmKind.FORCED_OPEN,
                                AlarmSource.of(new DoorId("north-gate")),
                                "",
                                AlarmState.RAISED,
                                BEGIN)),
                List.of());
    }

    /// The last event with a memory of its own, up to this one; 0 for none.
    static long memoryAt(long seq) {
        return seq - seq % EVENTS_A_MEMORY;
    }

    /// Bytes in place of a rule set: the archive does not read them.
    static RuleParcel rules(long version) {
        Chance chance = Chance.of(version, "rules");
        return new RuleParcel(
                RuleParcel.Form.PLAIN, chance.bytes(chance.between(1, RULES_BYTES_MAX)));
    }
}
