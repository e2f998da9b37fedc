package org.menfang.hub.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.hub.board.Desk.News;
import org.menfang.hub.testing.GateJournal;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventBody;

class HubLoopTest extends LoopWithOneGate {
    @Test
    void a_birth_is_answered_with_what_the_hub_holds_of_both_streams() {
        gate.fill(EVENTS, 3);
        bench.linkUp();
        bench.offer(gate, EVENTS, 1, 3);
        bench.turn();
        bench.wire.forget();
        bench.offer(NORTH, "life", life(true));
        bench.turn();
        assertEquals(3, bench.wire.told(NORTH, EVENTS));
        assertEquals(gate.hash(EVENTS, 3), bench.wire.said(NORTH, EVENTS).hash());
        assertEquals(0, bench.wire.told(NORTH, ALARMS));
    }

    @Test
    void a_hub_that_connects_tells_every_gate_that_it_knows() {
        gate.fill(EVENTS, 5);
        bench.offer(gate, EVENTS, 1, 5);
        bench.turn();
        bench = new LoopBench(store);
        bench.linkUp();
        assertEquals(5, bench.wire.told(NORTH, EVENTS));
        assertEquals(List.of(NORTH.compound()), bench.wire.greeted);
    }

    @Test
    void nothing_is_acknowledged_before_it_is_stored() {
        gate.fill(EVENTS, 2);
        FailingStore failing = new FailingStore(store);
        bench = new LoopBench(failing);
        failing.fail(true);
        bench.offer(gate, EVENTS, 1, 2);
        bench.turn();
        assertEquals(-1, bench.wire.told(NORTH, EVENTS));
        assertEquals(0, bench.receipts());
        assertFalse(bench.loop.figures().storageWorks());
        failing.fail(false);
        bench.turn();
        assertEquals(2, bench.wire.told(NORTH, EVENTS));
        assertEquals(1, bench.receipts());
        assertTrue(bench.loop.figures().storageWorks());
        assertEquals(2, store.eventCount());
    }

    @Test
    void a_handler_that_throws_is_put_aside_and_the_rest_goes_on() {
        gate.fill(EVENTS, 2);
        bench =
                new LoopBench(
                        store,
                        name -> {
                            throw new IllegalStateException("on purpose");
                        });
        gate.append(EVENTS, new EventBody.HeadSigned(EVENTS, 1, gate.hash(EVENTS, 1), "x"));
        bench.offer(gate, EVENTS, 1, 2);
        bench.offer(gate, EVENTS, 3, 3);
        bench.offer(NORTH, "life", life(true));
        bench.turn();
        assertEquals(2, bench.wire.told(NORTH, EVENTS));
        assertEquals(3, bench.receipts());
        assertEquals(1, store.quarantined(10).size());
        assertTrue(board().gates().getFirst().online());
    }

    @Test
    void what_cannot_be_read_is_quarantined_and_acknowledged_to_the_broker() {
        bench.offer("menfang/1/elm-lane/north/events", "{\"not\": an event".getBytes(utf8()));
        bench.offer("menfang/1/elm-lane/north/state", new byte[5 * 1024 * 1024]);
        bench.offer("menfang/1/elm-lane/north/life", "[]".getBytes(utf8()));
        bench.offer("menfang/1/elm-lane/north/nonsense", "{}".getBytes(utf8()));
        bench.offer("somewhere/else", "{}".getBytes(utf8()));
        bench.offer("menfang/1/elm-lane/north/result", "7".getBytes(utf8()));
        for (int i = 0; i < 3; i++) {
            bench.turn();
        }
        assertEquals(6, bench.receipts());
        assertEquals(6, store.quarantined(10).size());
        assertEquals(6, bench.loop.figures().quarantined());
        assertEquals(0, store.eventCount());
    }

    @Test
    void an_event_on_the_topic_of_another_gate_is_quarantined() {
        gate.fill(EVENTS, 1);
        bench.offer("menfang/1/elm-lane/south/events", gate.batch(EVENTS, 1, 1));
        bench.offer("menfang/1/elm-lane/north/alarms", gate.batch(EVENTS, 1, 1));
        bench.turn();
        assertEquals(0, store.eventCount());
        assertEquals(
                List.of("an event of another gate or stream", "an event of another gate or stream"),
                store.quarantined(10).stream().map(bad -> bad.why()).toList());
        assertEquals(-1, bench.wire.told(NORTH, EVENTS));
    }

    @Test
    void a_broken_chain_stops_the_stream_until_somebody_has_seen_it() {
        gate.fill(EVENTS, 2);
        bench.offer(gate, EVENTS, 1, 2);
        bench.turn();
        GateJournal other = new GateJournal(NORTH).fill(EVENTS, 1);
        other.append(EVENTS, new EventBody.DoorClosed(DOOR));
        other.fill(EVENTS, 1);
        bench.pass(Duration.ofSeconds(2));
        bench.offer(other, EVENTS, 3, 3);
        bench.turn();
        assertEquals(AlarmKind.CHAIN_BROKEN, onlyAlarm().kind());
        assertEquals(AlarmState.RAISED, onlyAlarm().state());
        assertEquals(2, bench.wire.told(NORTH, EVENTS));
        assertEquals(gate.hash(EVENTS, 2), bench.wire.said(NORTH, EVENTS).hash());
        done(bench.loop.desk().acknowledge(onlyAlarm().ref(), LI).toCompletableFuture());
        bench = new LoopBench(store);
        bench.offer(other, EVENTS, 3, 3);
        bench.turn();
        bench.offer(other, EVENTS, 3, 3);
        bench.turn();
        assertEquals(3, bench.wire.told(NORTH, EVENTS));
        assertEquals(AlarmState.LATCHED, onlyAlarm().state());
    }

    @Test
    void a_signed_head_is_checked_with_the_key_of_its_gate() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        bench = new LoopBench(store, name -> Optional.of(keys.getPublic()));
        gate.fill(EVENTS, 2);
        gate.append(EVENTS, head(2, gate.hash(EVENTS, 2), keys));
        gate.append(EVENTS, head(3, Sha256.of("another event"), keys));
        gate.append(EVENTS, new EventBody.HeadSigned(EVENTS, 4, gate.hash(EVENTS, 4), "forged"));
        bench.offer(gate, EVENTS, 1, 3);
        bench.turn();
        assertEquals(1, bench.loop.figures().headsGenuine());
        assertEquals(List.of(), board().alarms());
        bench.offer(gate, EVENTS, 4, 5);
        bench.turn();
        assertEquals(2, bench.loop.figures().headsBad());
        assertEquals(AlarmKind.CHAIN_BROKEN, onlyAlarm().kind());
    }

    @Test
    void a_listener_that_throws_loses_its_subscription_and_nobody_else_notices() {
        List<News> heard = new ArrayList<>();
        bench.loop
                .desk()
                .subscribe(news -> {
                    throw new IllegalStateException("on purpose");
                });
        bench.loop.desk().subscribe(heard::add);
        bench.offer(NORTH, "life", life(true));
        bench.turn();
        bench.offer(NORTH, "life", life(true));
        bench.turn();
        assertTrue(heard.size() >= 2);
    }
}
