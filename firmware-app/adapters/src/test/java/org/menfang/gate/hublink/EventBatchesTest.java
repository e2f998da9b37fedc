package org.menfang.gate.hublink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.menfang.json.Json;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.Link;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.json.EventJson;

/// How a gate's events are packed into messages, and what is not sent while it is on its way.
final class EventBatchesTest {
    private static final GateIdentity NORTH = GateIdentity.parse("lane/north").orElseThrow();

    private final HeldLink line = new HeldLink();
    private PahoHubLink link;

    @BeforeEach
    void start() throws Exception {
        link =
                PahoHubLink.start(
                        (options, listener) -> line,
                        LinkOptions.of("localhost", 1, SSLContext.getDefault(), NORTH.toString()),
                        NORTH,
                        new GateLife(false, "1", 1, 0, 0, 0),
                        Duration.ofSeconds(1),
                        EventBatchesTest::read,
                        input -> {},
                        rules -> {});
    }

    @Test
    void a_message_holds_as_many_events_as_half_a_second_of_a_slow_line_carries() {
        List<String> texts = Collections.nCopies(100, "x".repeat(500));
        assertEquals(EventBatches.BATCH_CHARS_MAX / 500, EventBatches.end(texts, 0));
        assertEquals(100, EventBatches.end(texts, 80));
    }

    @Test
    void a_long_event_travels_alone() {
        String longer = "x".repeat(EventBatches.BATCH_CHARS_MAX + 1);
        assertEquals(1, EventBatches.end(List.of(longer, "y"), 0));
        assertEquals(1, EventBatches.end(List.of("y", longer), 0));
    }

    @Test
    void a_message_holds_no_more_events_than_the_hub_takes() {
        List<String> texts = Collections.nCopies(EventJson.BATCH_EVENTS_MAX + 1, "x");
        assertEquals(EventJson.BATCH_EVENTS_MAX, EventBatches.end(texts, 0));
    }

    @Test
    void every_event_travels_once_and_in_order() {
        link.publish(EventStream.EVENTS, 1, 200);
        List<String> sent = new ArrayList<>();
        for (OutgoingMessage message : line.messages) {
            assertTrue(message.payload().length < 2 * EventBatches.BATCH_CHARS_MAX);
            Json.parse(message.payload()).orThrow().elements().orElseThrow().stream()
                    .map(Object::toString)
                    .forEach(sent::add);
        }
        List<String> expected = new ArrayList<>();
        read(EventStream.EVENTS, 1, 200, expected::addAll);
        assertEquals(expected, sent);
    }

    @Test
    void what_is_still_on_its_way_is_not_sent_again_and_what_was_lost_is() {
        link.publish(EventStream.EVENTS, 1, 200);
        int messages = line.messages.size();
        link.publish(EventStream.EVENTS, 1, 200);
        link.publish(EventStream.ALARMS, 1, 1);
        assertEquals(messages + 1, line.messages.size());
        line.answer(new Delivery.Lost("the link broke"));
        link.publish(EventStream.EVENTS, 1, 200);
        assertEquals(2 * messages + 1, line.messages.size());
        line.answer(new Delivery.Delivered());
        link.publish(EventStream.EVENTS, 1, 200);
        assertEquals(3 * messages + 1, line.messages.size());
    }

    @Test
    void what_the_link_did_not_take_is_not_on_its_way() {
        line.takes = false;
        link.publish(EventStream.EVENTS, 1, 10);
        line.takes = true;
        link.publish(EventStream.EVENTS, 1, 10);
        assertEquals(1, line.messages.size());
    }

    private static void read(
            EventStream stream, long from, long to, Consumer<List<String>> whenRead) {
        List<String> texts = new ArrayList<>();
        for (long seq = from; seq <= to; seq++) {
            texts.add("{\"seq\":" + seq + ",\"text\":\"" + "x".repeat(300) + "\"}");
        }
        whenRead.accept(texts);
    }

    /// A link that answers nothing until it is told to.
    private static final class HeldLink implements Link {
        private final List<OutgoingMessage> messages = new ArrayList<>();
        private final List<Consumer<Delivery>> waiting = new ArrayList<>();
        private boolean takes = true;

        @Override
        public boolean offer(OutgoingMessage message, Consumer<Delivery> whenDone) {
            if (takes) {
                messages.add(message);
                waiting.add(whenDone);
            }
            return takes;
        }

        void answer(Delivery delivery) {
            List<Consumer<Delivery>> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(each -> each.accept(delivery));
        }

        @Override
        public void close() {}
    }
}
