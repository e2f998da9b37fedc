package org.menfang.gate.hublink;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.menfang.gate.port.HubLink;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.StoredEvents;
import org.menfang.json.Json;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.Link;
import org.menfang.mqtt.LinkLimits;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.LinkStarter;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.mqtt.Will;
import org.menfang.site.HubAddress;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;
import org.menfang.wire.Protocol;
import org.menfang.wire.Topics;
import org.menfang.wire.json.EventJson;

/// The link of a gate to its hub by way of a broker. It keeps nothing: events come out of the
/// journal each time they are asked for, and what finds no room is asked for again.
public final class PahoHubLink implements HubLink, AutoCloseable {
    /// How long the broker waits for a gate that vanished before it says so.
    public static final Duration WILL_DELAY = Duration.ofSeconds(30);

    /// How long a snapshot is worth anything.
    public static final Duration STATE_EXPIRY = Duration.ofMinutes(15);

    private static final System.Logger LOG = System.getLogger(PahoHubLink.class.getName());
    private static final String JSON = "application/json";
    private static final String EVENT_BATCH = "application/cloudevents-batch+json";

    private final Topics topics;
    private final StoredEvents events;
    private final Link link;
    private final Set<EventBatches.Batch> onTheirWay = ConcurrentHashMap.newKeySet();

    private PahoHubLink(Topics topics, StoredEvents events, Link link) {
        this.topics = topics;
        this.events = events;
        this.link = link;
    }

    /// Begins to connect and returns at once.
    ///
    /// @param tls what the gate got when it joined
    /// @param lastWord what the broker says for this gate when it vanishes: not online
    /// @param willDelay {@link #WILL_DELAY}, unless somebody is in a hurry
    /// @param rules takes what comes on the topic of rules, and never blocks
    public static PahoHubLink start(
            HubAddress hub,
            GateIdentity gate,
            SSLContext tls,
            GateLife lastWord,
            Duration willDelay,
            StoredEvents events,
            Inbox inbox,
            Consumer<byte[]> rules,
            RandomGenerator chance) {
        return start(
                MqttLink.starter(chance),
                LinkOptions.of(hub.host(), hub.mqttPort(), tls, gate.toString()),
                gate,
                lastWord,
                willDelay,
                events,
                inbox,
                rules);
    }

    /// The same over links of any kind.
    ///
    /// @param broker where it is, and who we are there
    public static PahoHubLink start(
            LinkStarter links,
            LinkOptions broker,
            GateIdentity gate,
            GateLife lastWord,
            Duration willDelay,
            StoredEvents events,
            Inbox inbox,
            Consumer<byte[]> rules) {
        Topics topics = gate.topics();
        LinkOptions options =
                broker.subscribing(
                                topics.acknowledgement(),
                                topics.command(),
                                topics.peers(),
                                topics.hub(),
                                topics.rules())
                        .within(LinkLimits.USUAL.receiving(Protocol.RULES_PACKET_BYTES_MAX))
                        .withWill(new Will(life(topics, lastWord), willDelay));
        Link link = links.start(options, new HubMessages(topics, inbox, rules));
        return new PahoHubLink(topics, events, link);
    }

    @Override
    public void publish(EventStream stream, long fromSeq, long toSeq) {
        events.read(stream, fromSeq, toSeq, texts -> publishBatches(stream, texts));
    }

    @Override
    public void publishState(GateState state) {
        offer(
                OutgoingMessage.to(topics.state(), Json.write(state))
                        .contentType(JSON)
                        .retained()
                        .newestWins()
                        .expiresAfter(STATE_EXPIRY)
                        .build());
    }

    @Override
    public void announceLife(GateLife life) {
        offer(life(topics, life));
    }

    @Override
    public void reportResult(CommandResult result) {
        offer(
                OutgoingMessage.to(topics.result(), Json.write(result))
                        .contentType(JSON)
                        .ahead()
                        .build());
    }

    /// Lets what is on its way arrive, and leaves.
    @Override
    public void close() {
        link.close();
    }

    private void publishBatches(EventStream stream, List<String> texts) {
        int from = 0;
        while (from < texts.size()) {
            int to = EventBatches.end(texts, from);
            publishBatch(stream, texts.subList(from, to));
            from = to;
        }
    }

    /// A slow line is not given again what it still carries.
    private void publishBatch(EventStream stream, List<String> texts) {
        EventBatches.Batch batch = new EventBatches.Batch(stream, texts.getFirst(), texts.size());
        if (!onTheirWay.add(batch)) {
            return;
        }
        OutgoingMessage.Builder message =
                OutgoingMessage.to(topics.stream(stream), EventJson.batch(texts))
                        .contentType(EVENT_BATCH);
        boolean taken =
                link.offer(
                        stream == EventStream.ALARMS ? message.ahead().build() : message.build(),
                        delivery -> {
                            onTheirWay.remove(batch);
                            sayRefusal(topics.stream(stream), delivery);
                        });
        if (!taken) {
            onTheirWay.remove(batch);
        }
    }

    /// What is not taken or lost is sent again by whoever wants it; only a refusal is news.
    private void offer(OutgoingMessage message) {
        link.offer(message, delivery -> sayRefusal(message.topic(), delivery));
    }

    private static void sayRefusal(String topic, Delivery delivery) {
        if (delivery instanceof Delivery.Refused(int reasonCode)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the broker refuses messages to {0}, reason code {1}",
                    topic,
                    reasonCode);
        }
    }

    private static OutgoingMessage life(Topics topics, GateLife life) {
        return OutgoingMessage.to(topics.life(), Json.write(life))
                .contentType(JSON)
                .retained()
                .ahead()
                .newestWins()
                .build();
    }
}
