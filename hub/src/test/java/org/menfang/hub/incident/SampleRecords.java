package org.menfang.hub.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.GateRecords;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;

/// What one gate wrote, as a test has it.
public final class SampleRecords implements GateRecords {
    public static final CompoundId COMPOUND = new CompoundId("xinghua");
    public static final GateId EAST = new GateId("east");

    private final TreeMap<Long, Kept> events = new TreeMap<>();
    private int asked;

    @Override
    public List<Kept> from(GateIdentity gate, EventStream stream, long fromSeq, int count) {
        asked++;
        if (!gate.gate().equals(EAST)) {
            return List.of();
        }
        return switch (stream) {
            case EVENTS -> events.tailMap(fromSeq, true).values().stream().limit(count).toList();
            case ALARMS ->
                    events.values().stream()
                            .filter(kept -> numberOf(kept) >= fromSeq)
                            .sorted(Comparator.comparingLong(SampleRecords::numberOf))
                            .limit(count)
                            .toList();
        };
    }

    private static long numberOf(Kept kept) {
        return kept.event().event().body() instanceof EventBody.AlarmRaised raised
                ? raised.alarm().value()
                : 0;
    }

    int asked() {
        return asked;
    }

    public SampleRecords add(long seq, Instant at, EventBody body) {
        return add(seq, at, TimeTrust.TRUSTED, at, body, null);
    }

    public SampleRecords add(
            long seq,
            Instant at,
            TimeTrust trust,
            Instant heardAt,
            EventBody body,
            @Nullable Sha256 picture) {
        Event event =
                new Event(
                        COMPOUND,
                        EAST,
                        new EventPosition(EventStream.EVENTS, seq),
                        1,
                        at,
                        trust,
                        body);
        LoggedEvent logged = new LoggedEvent(seq, heardAt, event, null, "北门", picture);
        String text = "{\"seq\":" + seq + "}";
        events.put(seq, new Kept(logged, Sha256.of(text), text));
        return this;
    }
}
