package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkLimits;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.mqtt.UserProperty;
import org.menfang.wire.Protocol;

/// What a link and a broker owe each other, whichever broker it is.
abstract class MqttLinkContract extends BrokerRightsContract {
    @Test
    void a_message_arrives_with_all_that_stands_beside_it() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/result"), heard);
        MqttLink north = link(gate(NORTH), new HeardByLink());
        send(
                north,
                OutgoingMessage.to("menfang/1/lane/north/result", bytes("done"))
                        .contentType("application/json")
                        .responseTopic("menfang/1/lane/north/command")
                        .correlation(bytes("c-1"))
                        .userProperty("by", "wang")
                        .expiresAfter(Duration.ofSeconds(30)));
        IncomingMessage message = heard.nextMessage();
        assertEquals("menfang/1/lane/north/result", message.topic());
        assertEquals("done", text(message));
        assertEquals("application/json", message.contentType());
        assertEquals("menfang/1/lane/north/command", message.responseTopic());
        assertArrayEquals(bytes("c-1"), message.correlation());
        assertEquals(List.of(new UserProperty("by", "wang")), message.userProperties());
        assertFalse(message.retained());
    }

    @Test
    void a_retained_message_greets_who_comes_late() throws Exception {
        MqttLink north = link(gate(NORTH), new HeardByLink());
        send(
                north,
                OutgoingMessage.to("menfang/1/lane/north/state", bytes("all is well")).retained());
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/state"), heard);
        IncomingMessage message = heard.nextMessage();
        assertTrue(message.retained());
        assertEquals("all is well", text(message));
    }

    @Test
    void a_rule_set_of_the_largest_size_greets_a_gate_that_comes_late() throws Exception {
        byte[] rules = new byte[16 * 1024 * 1024 + 1024];
        new SplittableRandom(1).nextBytes(rules);
        String topic = "menfang/1/lane/north/rules";
        MqttLink hub =
                link(
                        hub().within(LinkLimits.USUAL.sending(Protocol.RULES_PACKET_BYTES_MAX)),
                        new HeardByLink());
        send(hub, OutgoingMessage.to(topic, new byte[1]).retained());
        send(hub, OutgoingMessage.to(topic, rules).retained());
        for (int visit = 1; visit <= 2; visit++) {
            HeardByLink heard = new HeardByLink();
            MqttLink north =
                    link(
                            gate(NORTH)
                                    .subscribing(topic)
                                    .within(
                                            LinkLimits.USUAL.receiving(
                                                    Protocol.RULES_PACKET_BYTES_MAX)),
                            heard);
            IncomingMessage message = heard.nextMessage();
            assertArrayEquals(rules, message.payload());
            message.acknowledge();
            send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("still here")));
            north.close();
        }
    }

    @Test
    void a_will_is_sent_when_a_link_is_cut_and_not_when_it_is_closed() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/life"), heard);
        SilentProxy proxy = proxy();
        link(gate(NORTH, proxy.port()).withWill(will(NORTH)), new HeardByLink());
        MqttLink polite = link(gate(SOUTH).withWill(will(SOUTH)), new HeardByLink());
        polite.close();
        proxy.close();
        heard.expect("gone: " + NORTH);
        assertTrue(heard.messages.isEmpty());
    }

    @Test
    void what_was_not_acknowledged_comes_again_and_what_was_does_not() throws Exception {
        SilentProxy proxy = proxy();
        HeardByLink heard = new HeardByLink();
        MqttLink north = link(gate(NORTH, proxy.port()).subscribing(NORTH_COMMAND), heard);
        MqttLink hub = link(hub(), new HeardByLink());
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("first")));
        heard.expect("first");
        // The broker answers in order: with this answer it also has the acknowledgement before it.
        send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("so far")));
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("second")));
        IncomingMessage lost = heard.nextMessage();
        proxy.cut();
        heard.await("lost");
        lost.acknowledge();
        heard.awaitUp();
        heard.expect("second");
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("third")));
        heard.expect("third");
    }

    @Test
    void what_is_said_while_a_link_is_away_waits_for_it() throws Exception {
        MqttLink before = link(gate(NORTH).subscribing(NORTH_COMMAND), new HeardByLink());
        before.close();
        MqttLink hub = link(hub(), new HeardByLink());
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("while you were out")));
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH).subscribing(NORTH_COMMAND), heard);
        heard.expect("while you were out");
    }

    @Test
    void a_link_comes_back_to_a_broker_that_was_killed_and_wiped() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH).subscribing(NORTH_COMMAND), heard);
        HeardByLink heardByHub = new HeardByLink();
        MqttLink hub = link(hub(), heardByHub);
        broker.kill();
        heard.await("lost");
        heardByHub.await("lost");
        assertFalse(hub.offer(OutgoingMessage.to(NORTH_COMMAND, bytes("x")).build(), done -> {}));
        broker.wipe();
        broker.start();
        heard.awaitUp();
        heardByHub.awaitUp();
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("here again")));
        heard.expect("here again");
    }

    @Test
    void a_thousand_messages_arrive_in_order() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/events"), heard);
        MqttLink north = link(gate(NORTH), new HeardByLink());
        List<CompletableFuture<Delivery>> deliveries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            deliveries.add(offer(north, OutgoingMessage.to(NORTH_EVENTS, bytes("event " + i))));
        }
        for (int i = 0; i < 1_000; i++) {
            heard.expect("event " + i);
        }
        for (CompletableFuture<Delivery> delivery : deliveries) {
            assertInstanceOf(Delivery.Delivered.class, delivery.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_link_that_hears_nothing_any_more_is_found() throws Exception {
        SilentProxy proxy = proxy();
        HeardByLink heard = new HeardByLink();
        MqttLink north =
                link(
                        gate(NORTH, proxy.port())
                                .within(
                                        LinkLimits.USUAL.keepAlive(
                                                Duration.ofSeconds(1), Duration.ofSeconds(3))),
                        heard);
        proxy.goSilent();
        CompletableFuture<Delivery> stuck =
                offer(north, OutgoingMessage.to(NORTH_EVENTS, bytes("into the void")));
        heard.await("lost");
        assertInstanceOf(Delivery.Lost.class, stuck.get(30, TimeUnit.SECONDS));
        proxy.speakAgain();
        heard.awaitUp();
    }

    @Test
    void a_message_that_the_listener_cannot_stomach_is_reported_and_does_not_come_again()
            throws Exception {
        HeardByLink heard = new HeardByLink();
        MqttLink first = link(gate(NORTH).subscribing(NORTH_COMMAND), heard);
        MqttLink hub = link(hub(), new HeardByLink());
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("poison")));
        heard.await("poisoned: cannot stomach it");
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("bread")));
        heard.expect("bread");
        // The broker answers in order: with this answer it also has the acknowledgements before it.
        send(first, OutgoingMessage.to(NORTH_EVENTS, bytes("so far")));
        first.close();
        HeardByLink again = new HeardByLink();
        link(gate(NORTH).subscribing(NORTH_COMMAND), again);
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("more bread")));
        again.expect("more bread");
        assertTrue(again.changes.isEmpty());
    }

    @Test
    void the_newest_of_what_replaces_each_other_is_sent() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/state"), heard);
        MqttLink north = link(gate(NORTH), new HeardByLink());
        List<CompletableFuture<Delivery>> deliveries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            deliveries.add(
                    offer(
                            north,
                            OutgoingMessage.to("menfang/1/lane/north/state", bytes("s" + i))
                                    .newestWins()));
        }
        assertInstanceOf(Delivery.Delivered.class, deliveries.getLast().get(30, TimeUnit.SECONDS));
        String last;
        do {
            IncomingMessage message = heard.nextMessage();
            last = text(message);
            message.acknowledge();
        } while (!last.equals("s499"));
        assertTrue(heard.messages.isEmpty());
    }
}
