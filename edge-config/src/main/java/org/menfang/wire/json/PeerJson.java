package org.menfang.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.PeerEvents;

/// Events of another gate as the hub passes them on: from where on, and the events' own texts.
public final class PeerJson {
    private PeerJson() {}

    /// @param after as in {@link PeerEvents}
    /// @param texts the canonical texts of up to {@link EventJson#BATCH_EVENTS_MAX} events
    public static byte[] write(GateId gate, long after, List<String> texts) {
        String events = new String(EventJson.batch(texts), StandardCharsets.UTF_8);
        return ("{\"gate\":\"" + gate + "\",\"after\":" + after + ",\"events\":" + events + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static Parsed<PeerEvents> read(byte[] message) {
        return Json.parse(message)
                .then(tree -> tree.as(Envelope.class).then(envelope -> envelope.open(tree)));
    }

    private record Envelope(GateId gate, long after) {
        Parsed<PeerEvents> open(JsonTree tree) {
            return tree.field("events")
                    .then(events -> EventJson.read(events.write()))
                    .then(this::with);
        }

        private Parsed<PeerEvents> with(List<ReceivedEvent> received) {
            try {
                return Parsed.read(
                        new PeerEvents(
                                gate, after, received.stream().map(ReceivedEvent::event).toList()));
            } catch (IllegalArgumentException e) {
                return Parsed.malformed(String.valueOf(e.getMessage()));
            }
        }
    }
}
