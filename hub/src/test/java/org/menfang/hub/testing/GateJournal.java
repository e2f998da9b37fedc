package org.menfang.hub.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.Topics;
import org.menfang.wire.json.EventJson;
import org.menfang.wire.json.ReceivedEvent;

/// The journal of a gate that exists in tests only.
public final class GateJournal {
    public static final GateIdentity NORTH =
            new GateIdentity(new CompoundId("elm-lane"), new GateId("north"));

    private static final Instant EPOCH = Instant.parse("2026-11-22T08:00:00Z");

    private final GateIdentity name;
    private final Map<EventStream, List<String>> texts = new EnumMap<>(EventStream.class);

    public GateJournal(GateIdentity name) {
        this.name = name;
        for (EventStream stream : EventStream.values()) {
            texts.put(stream, new ArrayList<>());
        }
    }

    public GateIdentity name() {
        return name;
    }

    public Topics topics() {
        return new Topics(name.compound(), name.gate());
    }

    /// Writes so many events that mean little.
    public GateJournal fill(EventStream stream, int count) {
        for (int i = 0; i < count; i++) {
            append(stream, new EventBody.DoorOpened(new DoorId("door-" + i % 7)));
        }
        return this;
    }

    /// @return the number of the event
    public long append(EventStream stream, EventBody body) {
        List<String> written = texts(stream);
        long seq = written.size() + 1L;
        written.add(text(stream, seq, body, hash(stream, seq - 1)));
        return seq;
    }

    /// The canonical text of an event of this gate that follows any hash one likes.
    public String text(EventStream stream, long seq, EventBody body, Sha256 previous) {
        return EventJson.write(
                new Event(
                        name.compound(),
                        name.gate(),
                        new EventPosition(stream, seq),
                        1,
                        EPOCH.plusSeconds(seq),
                        TimeTrust.TRUSTED,
                        body),
                previous);
    }

    public Sha256 hash(EventStream stream, long seq) {
        return seq == 0 ? Sha256.ZERO : Sha256.of(texts(stream).get((int) seq - 1));
    }

    public long last(EventStream stream) {
        return texts(stream).size();
    }

    public String text(EventStream stream, long seq) {
        return texts(stream).get((int) seq - 1);
    }

    public ReceivedEvent received(EventStream stream, long seq) {
        return read(text(stream, seq));
    }

    public static ReceivedEvent read(String text) {
        return EventJson.read(text.getBytes(StandardCharsets.UTF_8)).orThrow().getFirst();
    }

    /// A message of the events from one to another, both included.
    public byte[] batch(EventStream stream, long from, long to) {
        return EventJson.batch(texts(stream).subList((int) from - 1, (int) to));
    }

    private List<String> texts(EventStream stream) {
        List<String> known = texts.get(stream);
        if (known == null) {
            throw new IllegalStateException("every stream has its list");
        }
        return known;
    }
}
