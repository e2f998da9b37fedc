package org.menfang.wire.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;

/// Events as CloudEvents 1.0 in structured JSON, with the extensions `stream`, `seq`, `prevhash`,
/// `boot`, `timetrust`.
public final class EventJson {
    /// Most events in one batch.
    public static final int BATCH_EVENTS_MAX = 200;

    private EventJson() {}

    /// The canonical text of an event that follows the one with the given hash. Its own hash is
    /// {@link Sha256#of(String)} of this text.
    public static String write(Event event, Sha256 previous) {
        EventPosition position = event.position();
        Structure structure =
                new Structure(
                        "1.0",
                        idOf(event.gate(), position),
                        "/menfang/" + event.compound() + "/" + event.gate(),
                        EventTypes.nameOf(event.body()),
                        event.time().truncatedTo(ChronoUnit.MILLIS).toString(),
                        "application/json",
                        position.stream().wireName(),
                        position.seq(),
                        previous,
                        event.boot(),
                        event.trust(),
                        event.body());
        return new String(Json.write(structure), StandardCharsets.UTF_8);
    }

    /// A CloudEvent as it is written: its attributes in their order.
    private record Structure(
            String specversion,
            String id,
            String source,
            String type,
            String time,
            String datacontenttype,
            String stream,
            long seq,
            Sha256 prevhash,
            long boot,
            TimeTrust timetrust,
            EventBody data) {}

    private static String idOf(GateId gate, EventPosition position) {
        return gate + "/" + position.stream().wireName() + "/" + position.seq();
    }

    /// One message of several events, from their canonical texts.
    ///
    /// @throws IllegalArgumentException if there are more than {@link #BATCH_EVENTS_MAX}
    public static byte[] batch(List<String> texts) {
        if (texts.size() > BATCH_EVENTS_MAX) {
            throw new IllegalArgumentException(
                    "a batch takes " + BATCH_EVENTS_MAX + " events, not " + texts.size());
        }
        return ("[" + String.join(",", texts) + "]").getBytes(StandardCharsets.UTF_8);
    }

    /// Reads a message of one event or of a batch.
    public static Parsed<List<ReceivedEvent>> read(byte[] message) {
        return Json.parse(message).then(EventJson::readMessage);
    }

    private static Parsed<List<ReceivedEvent>> readMessage(JsonTree tree) {
        List<JsonTree> elements = tree.elements().orElse(List.of(tree));
        if (elements.size() > BATCH_EVENTS_MAX) {
            return Parsed.malformed("more than " + BATCH_EVENTS_MAX + " events in one batch");
        }
        if (elements.isEmpty()) {
            return Parsed.malformed("a batch without events");
        }
        List<ReceivedEvent> events = new ArrayList<>(elements.size());
        for (JsonTree element : elements) {
            switch (readOne(element)) {
                case Parsed.Read<ReceivedEvent>(ReceivedEvent event) -> events.add(event);
                case Parsed.Malformed<ReceivedEvent>(String why) -> {
                    return Parsed.malformed(
                            "event " + (events.size() + 1) + " of the message: " + why);
                }
            }
        }
        return Parsed.read(events);
    }

    private static Parsed<ReceivedEvent> readOne(JsonTree tree) {
        return tree.as(Envelope.class)
                .then(envelope -> {
                    Parsed<EventBody> body = readBody(tree, envelope.type());
                    return body.then(read -> envelope.open(read, tree.toString()));
                });
    }

    private static Parsed<EventBody> readBody(JsonTree tree, String type) {
        Optional<Class<? extends EventBody>> known = EventTypes.find(type);
        if (known.isEmpty()) {
            return Parsed.read(new EventBody.Unrecognised(type));
        }
        return tree.field("data").then(data -> data.as(known.get())).then(Parsed::read);
    }

    /// The attributes of a CloudEvent that we read.
    private record Envelope(
            String specversion,
            String id,
            String source,
            String type,
            Instant time,
            String stream,
            long seq,
            Sha256 prevhash,
            long boot,
            TimeTrust timetrust) {
        private static final String SOURCE_PREFIX = "/menfang/";
        private static final int TYPE_CHARS_MAX = 100;

        Parsed<ReceivedEvent> open(EventBody body, String text) {
            String[] parts =
                    source.startsWith(SOURCE_PREFIX)
                            ? source.substring(SOURCE_PREFIX.length()).split("/", -1)
                            : new String[0];
            if (!specversion.equals("1.0") || parts.length != 2 || type.length() > TYPE_CHARS_MAX) {
                return Parsed.malformed("not a CloudEvent 1.0 of a gate");
            }
            try {
                EventPosition position = new EventPosition(streamOf(stream), seq);
                GateId gate = new GateId(parts[1]);
                if (!id.equals(idOf(gate, position))) {
                    return Parsed.malformed("the id does not name gate, stream and seq");
                }
                Event event =
                        new Event(
                                new CompoundId(parts[0]),
                                gate,
                                position,
                                boot,
                                time,
                                timetrust,
                                body);
                return Parsed.read(new ReceivedEvent(event, type, prevhash, Sha256.of(text), text));
            } catch (IllegalArgumentException e) {
                return Parsed.malformed(String.valueOf(e.getMessage()));
            }
        }

        private static EventStream streamOf(String name) {
            for (EventStream stream : EventStream.values()) {
                if (stream.wireName().equals(name)) {
                    return stream;
                }
            }
            throw new IllegalArgumentException("no such stream");
        }
    }
}
