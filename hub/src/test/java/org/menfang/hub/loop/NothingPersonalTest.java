package org.menfang.hub.loop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.menfang.hub.home.HomeBridge;
import org.menfang.hub.people.Person;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.Link;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.PictureId;
import org.menfang.wire.EventBody;

/// What people do at a gate, and who answers, never reaches Home Assistant.
final class NothingPersonalTest extends LoopWithOneGate {
    private static final String NAME = "王秀英";
    private static final List<String> PERSONAL =
            List.of(NAME, "h-17", "hh-1", "3-201", "w26", "1A2B3C", "Li", "13800138000");

    private final Map<String, String> said = new TreeMap<>();

    @Test
    void no_name_no_card_and_no_holder_is_in_any_topic() throws Exception {
        HomeBridge bridge = bridge();
        store.importPeople(List.of(new Person(NORTH.compound(), holder(), NAME, "hh-1", "3-201")));
        bench.linkUp();
        bench.offer(NORTH, "life", life(true));
        bench.offer(NORTH, "state", state(1_000));
        gate.append(EVENTS, granted(new PictureId(1)));
        bench.offer(gate, EVENTS, 1, gate.last(EVENTS));
        for (AlarmKind kind :
                List.of(
                        AlarmKind.CARD_CLONED,
                        AlarmKind.OVERSTAYED,
                        AlarmKind.DURESS,
                        AlarmKind.LOST_CARD_SHOWN)) {
            AlarmId id = new AlarmId(gate.last(ALARMS) + 1);
            gate.append(
                    ALARMS,
                    new EventBody.AlarmRaised(
                            id, kind, AlarmSource.of(DOOR), holder() + ": w26:1A2B3C", null));
            gate.append(ALARMS, new EventBody.AlarmAcknowledged(id, LI));
        }
        deliverAlarms();
        assertTrue(board().alarms().toString().contains(NAME), "the board itself does name people");
        assertTrue(board().alarms().toString().contains(LI.toString()));
        bridge.turn();
        bridge.turn();
        bridge.turn();
        assertTrue(said.size() >= 8, said.toString());
        assertTrue(
                said.getOrDefault("menfang-home/1/elm-lane/north/state", "")
                        .contains("\"alarms\":4"),
                said.toString());
        said.forEach((topic, payload) -> {
            for (String personal : PERSONAL) {
                assertFalse(payload.contains(personal), topic + " " + payload);
            }
        });
        bridge.close();
    }

    private HomeBridge bridge() throws Exception {
        HomeBridge bridge =
                new HomeBridge(
                        bench.loop.desk()::board, bench.loop::isReady, Locale.CHINESE, "0.1.0", "");
        bridge.start(
                (options, listener) -> {
                    listener.linkUp();
                    return new RecordedLink(said);
                },
                LinkOptions.of("localhost", 1, SSLContext.getDefault(), "hub-home"));
        return bridge;
    }

    /// Takes everything over at once.
    private record RecordedLink(Map<String, String> said) implements Link {
        @Override
        public boolean offer(OutgoingMessage message, Consumer<Delivery> whenDone) {
            said.put(message.topic(), new String(message.payload(), StandardCharsets.UTF_8));
            whenDone.accept(new Delivery.Delivered());
            return true;
        }

        @Override
        public void close() {}
    }
}
