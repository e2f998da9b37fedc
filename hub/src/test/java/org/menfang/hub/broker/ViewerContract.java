package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.menfang.hub.trust.TestViewers;
import org.menfang.hub.trust.Trust;
import org.menfang.hub.trust.Viewers;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;

/// What a viewer such as Home Assistant may do, and the hub in showing it things, whichever broker
/// it is.
abstract class ViewerContract extends LinkAndBroker {
    static final String DOCUMENT = "homeassistant/device/menfang_lane_north/config";
    static final String STATE = "menfang-home/1/lane/north/state";

    @Test
    void a_viewer_hears_what_is_shown_to_it_also_from_before_it_came() throws Exception {
        LinkOptions viewer = viewer();
        MqttLink home = link(home(), new HeardByLink());
        send(home, OutgoingMessage.to(DOCUMENT, bytes("document")).retained());
        send(home, OutgoingMessage.to(STATE, bytes("before")).retained());
        HeardByLink heard = new HeardByLink();
        link(
                viewer.subscribing("homeassistant/+/+/config", "homeassistant/+/+/+/config", STATE),
                heard);
        Set<String> before = new HashSet<>();
        before.add(text(heard.nextMessage()));
        before.add(text(heard.nextMessage()));
        assertEquals(Set.of("document", "before"), before);
        send(home, OutgoingMessage.to(STATE, bytes("after")).retained());
        heard.expect("after");
    }

    @Test
    void a_viewer_says_nothing() throws Exception {
        MqttLink viewer = link(viewer(), new HeardByLink());
        HeardByLink heard = new HeardByLink();
        link(home().subscribing("homeassistant/#", "menfang-home/#"), heard);
        for (String topic :
                List.of(
                        "homeassistant/status",
                        DOCUMENT,
                        STATE,
                        "menfang-home/1/lane/north/set",
                        NORTH_COMMAND,
                        NORTH_EVENTS,
                        "menfang/1/lane/hub",
                        "menfang/1/viewer-home/events",
                        "viewer-home",
                        "elsewhere")) {
            Delivery delivery =
                    offer(viewer, OutgoingMessage.to(topic, bytes("open the door")).retained())
                            .get(30, TimeUnit.SECONDS);
            assertEquals(new Delivery.Refused(0x87), delivery, topic);
        }
        assertTrue(heard.messages.isEmpty());
    }

    @Test
    void a_viewer_hears_nothing_of_gates_and_of_those_who_pass() throws Exception {
        LinkOptions viewer = viewer();
        MqttLink hub = link(hub(), new HeardByLink());
        MqttLink north = link(gate(NORTH), new HeardByLink());
        send(hub, OutgoingMessage.to("menfang/1/lane/hub", bytes("before")).retained());
        List<HeardByLink> all = new ArrayList<>();
        for (String filter :
                List.of(
                        "#",
                        "+/#",
                        "menfang/#",
                        NORTH_EVENTS,
                        NORTH_COMMAND,
                        "menfang/1/lane/hub",
                        "menfang/1/+/+/alarms",
                        "$share/viewers/" + NORTH_EVENTS,
                        "$SYS/#")) {
            HeardByLink nosy = new HeardByLink();
            try (MqttLink _ = start(viewer.subscribing(filter), nosy)) {
                nosy.changes.poll(30, TimeUnit.SECONDS);
                send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("somebody passed")));
                send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("let somebody in")));
                send(hub, OutgoingMessage.to("menfang/1/lane/hub", bytes("after")).retained());
            }
            all.add(nosy);
        }
        all.forEach(nosy -> assertTrue(nosy.messages.isEmpty()));
    }

    @Test
    void what_shows_things_to_viewers_cannot_speak_to_gates() throws Exception {
        MqttLink home = link(home(), new HeardByLink());
        for (String topic : List.of(NORTH_COMMAND, "menfang/1/lane/north/rules", "elsewhere")) {
            assertEquals(
                    new Delivery.Refused(0x87),
                    offer(home, OutgoingMessage.to(topic, bytes("x"))).get(30, TimeUnit.SECONDS),
                    topic);
        }
    }

    @Test
    void a_viewer_whose_certificate_was_taken_back_stays_out() throws Exception {
        LinkOptions viewer = viewer();
        viewers().takeBack("home");
        restart();
        HeardByLink heard = new HeardByLink();
        open.add(start(viewer, heard));
        heard.await("failed");
    }

    LinkOptions home() throws Exception {
        return LinkOptions.of("localhost", broker.port(), broker.trust().homeContext(), Trust.HOME);
    }

    /// A viewer whom the broker knows: mosquitto learns of it when it starts.
    LinkOptions viewer() throws Exception {
        Viewers.Papers papers = viewers().issue("home", folder.resolve("viewer"));
        restart();
        return LinkOptions.of(
                "localhost", broker.port(), TestViewers.context(papers), papers.clientId());
    }

    private void restart() throws Exception {
        broker.kill();
        broker.start();
    }

    Viewers viewers() throws Exception {
        return Viewers.open(folder.resolve("trust"), Clock.systemUTC()).orElseThrow();
    }
}
