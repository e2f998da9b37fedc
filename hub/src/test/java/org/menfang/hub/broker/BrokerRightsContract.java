package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.menfang.hub.trust.Trust;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.LinkLimits;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.tls.TlsContexts;

/// Who may connect to a broker, and what each may say and hear, whichever broker it is.
abstract class BrokerRightsContract extends ViewerContract {
    @Test
    void a_gate_cannot_write_to_the_topics_of_others() throws Exception {
        MqttLink north = link(gate(NORTH), new HeardByLink());
        for (String foreign :
                List.of(
                        "menfang/1/lane/south/events",
                        "menfang/1/lane/north/command",
                        "menfang/1/lane/north/ack",
                        "menfang/1/lane/hub",
                        "menfang/1/other/north/events",
                        "elsewhere")) {
            Delivery delivery =
                    offer(north, OutgoingMessage.to(foreign, bytes("mine now")))
                            .get(30, TimeUnit.SECONDS);
            assertEquals(new Delivery.Refused(0x87), delivery, foreign);
        }
        send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("still here")));
    }

    @Test
    void a_gate_does_not_hear_what_is_said_to_others() throws Exception {
        HeardByLink nosy = new HeardByLink();
        open.add(start(gate(SOUTH).subscribing(NORTH_COMMAND), nosy));
        HeardByLink wide = new HeardByLink();
        open.add(start(gate("lane/east").subscribing("menfang/#"), wide));
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH).subscribing(NORTH_COMMAND), heard);
        MqttLink hub = link(hub(), new HeardByLink());
        nosy.changes.poll(30, TimeUnit.SECONDS);
        wide.changes.poll(30, TimeUnit.SECONDS);
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("for north alone")));
        heard.expect("for north alone");
        assertTrue(nosy.messages.isEmpty());
        assertTrue(wide.messages.isEmpty());
    }

    @Test
    void a_gate_hears_whether_the_hub_is_there() throws Exception {
        MqttLink hub = link(hub(), new HeardByLink());
        send(hub, OutgoingMessage.to("menfang/1/lane/hub", bytes("online")).retained());
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH).subscribing("menfang/1/lane/hub"), heard);
        heard.expect("online");
    }

    @Test
    void nobody_takes_the_client_id_of_another() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH).subscribing(NORTH_COMMAND), heard);
        SSLContext south = TestGates.enrol(broker.trust(), SOUTH);
        HeardByLink thief = new HeardByLink();
        open.add(
                start(
                        LinkOptions.of("localhost", broker.port(), south, NORTH)
                                .subscribing(NORTH_COMMAND),
                        thief));
        thief.changes.poll(30, TimeUnit.SECONDS);
        MqttLink hub = link(hub(), new HeardByLink());
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("for north alone")));
        heard.expect("for north alone");
        assertTrue(heard.changes.isEmpty());
        assertTrue(thief.messages.isEmpty());
    }

    @Test
    void a_certificate_of_another_authority_is_refused() throws Exception {
        Trust stranger =
                Trust.open(
                        folder.resolve("stranger"),
                        List.of("localhost"),
                        java.time.Clock.systemUTC());
        SSLContext context = TestGates.stranger(stranger, NORTH, broker.trust());
        HeardByLink heard = new HeardByLink();
        open.add(start(LinkOptions.of("localhost", broker.port(), context, NORTH), heard));
        heard.await("failed");
        HeardByLink proper = new HeardByLink();
        link(gate(NORTH), proper);
    }

    @Test
    void a_client_without_a_certificate_is_refused() throws Exception {
        HeardByLink heard = new HeardByLink();
        open.add(
                start(
                        LinkOptions.of(
                                "localhost",
                                broker.port(),
                                TlsContexts.trusting(broker.trust().authority()),
                                NORTH),
                        heard));
        heard.await("failed");
    }

    @Test
    void a_broker_under_another_name_is_not_trusted() throws Exception {
        HeardByLink heard = new HeardByLink();
        SSLContext tls = TestGates.enrol(broker.trust(), NORTH);
        open.add(start(LinkOptions.of("ip6-localhost", broker.port(), tls, NORTH), heard));
        open.add(start(LinkOptions.of("127.0.0.2", broker.port(), tls, NORTH), heard));
        heard.await("failed");
    }

    @Test
    void a_packet_that_is_too_large_is_refused_and_the_link_goes_on() throws Exception {
        MqttLink north = link(gate(NORTH), new HeardByLink());
        Delivery delivery =
                offer(north, OutgoingMessage.to(NORTH_EVENTS, new byte[(1 << 20) + 1]))
                        .get(30, TimeUnit.SECONDS);
        assertEquals(new Delivery.Refused(0x95), delivery);
        send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("small")));
    }

    @Test
    void a_packet_that_is_too_large_for_the_broker_alone_is_refused_too() throws Exception {
        MqttLink north =
                link(gate(NORTH).within(LinkLimits.USUAL.sending(32 << 20)), new HeardByLink());
        Delivery delivery =
                offer(north, OutgoingMessage.to(NORTH_EVENTS, new byte[24 << 20]))
                        .get(30, TimeUnit.SECONDS);
        assertEquals(new Delivery.Refused(0x95), delivery);
        send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("small")));
    }

    @Test
    void garbage_and_oversized_packets_end_their_connection_and_nobody_elses() throws Exception {
        HeardByLink heard = new HeardByLink();
        MqttLink north = link(gate(NORTH), heard);
        SSLContext south = TestGates.enrol(broker.trust(), SOUTH);
        assertConnectionEnds(south, new byte[] {0, 0, 0, 0, 0, 0});
        assertConnectionEnds(
                south,
                new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
        assertConnectionEnds(south, oversizedConnect());
        send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("nothing happened")));
        assertTrue(heard.changes.isEmpty());
    }
}
