package org.menfang.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;
import org.menfang.wire.PeerEvents;

/// Events of other gates as the hub passes them on: a number, and the events' own texts.
public final class PeerJson {
    private PeerJson() {}

    /// @param first the hub's number of the first event
    /// @param texts the canonical texts of up to {@link EventJson#BATCH_EVENTS_MAX} events
    public static byte[] write(long first, List<String> texts) {
        String events = new String(EventJson.batch(texts), StandardCharsets.UTF_8);
        return ("{\"first\":" + first + ",\"events\":" + events + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static Parsed<PeerEvents> read(byte[] message) {
        return Json.parse(message)
                .then(tree -> tree.field("first", Long.class).then(first -> events(tree, first)));
    }

    private static Parsed<PeerEvents> events(JsonTree tree, long first) {
        if (first < 1) {
            return Parsed.malformed("peer events are numbered from 1");
        }
        return tree.field("events")
                .then(events -> EventJson.read(events.write()))
                .then(received ->
                        Parsed.read(
                                new PeerEvents(
                                        first,
                                        received.stream().map(ReceivedEvent::event).toList())));
    }
}
