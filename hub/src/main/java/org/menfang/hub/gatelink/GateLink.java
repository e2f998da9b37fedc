package org.menfang.hub.gatelink;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.loop.GateWire;
import org.menfang.hub.loop.HubInput;
import org.menfang.hub.loop.HubLoop;
import org.menfang.hub.peers.PeerRelay;
import org.menfang.hub.rules.RulesDelivery;
import org.menfang.json.Json;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.Link;
import org.menfang.mqtt.LinkLimits;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.LinkStarter;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.mqtt.Will;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.HubLife;
import org.menfang.wire.Protocol;
import org.menfang.wire.Topics;
import org.menfang.wire.json.CommandJson;
import org.menfang.wire.json.PeerJson;

/// The hub's own connection to the broker.
///
/// MQTT gives a connection one will, and each compound has a topic of its own for the hub's life.
/// So the will goes to the first compound only; gates of others learn of a hub that was killed when
/// it comes back. That does no harm: nothing is forgotten that is not acknowledged.
public final class GateLink
        implements GateWire, RulesDelivery.RulesWire, LinkListener, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GateLink.class.getName());

    private static final Duration WILL_DELAY = Duration.ofSeconds(5);
    private static final Duration ACKNOWLEDGEMENT_LIFE = Duration.ofSeconds(60);
    private static final Duration GOODBYE_WAIT = Duration.ofSeconds(2);
    private static final String JSON = "application/json";

    private final String version;
    private final Set<CompoundId> compounds;
    private volatile @Nullable Link link;
    private volatile @Nullable HubLoop loop;
    private volatile boolean saidDown;
    private volatile Runnable whenUp = () -> {};

    /// @param known the compounds that have gates already
    public GateLink(String version, Collection<CompoundId> known) {
        this.version = version;
        this.compounds = new ConcurrentSkipListSet<>(known);
    }

    /// Begins to connect.
    ///
    /// @param clientId the name in the hub's certificate
    public void start(String host, int port, SSLContext tls, String clientId, HubLoop hubLoop) {
        start(
                MqttLink.starter(RandomGenerator.getDefault()),
                LinkOptions.of(host, port, tls, clientId),
                hubLoop);
    }

    /// The same over links of any kind.
    ///
    /// @param broker where it is, and who we are there
    public void start(LinkStarter links, LinkOptions broker, HubLoop hubLoop) {
        loop = hubLoop;
        LinkOptions options =
                broker.subscribing(
                                Topics.everyGate("alarms"),
                                Topics.everyGate("life"),
                                Topics.everyGate("state"),
                                Topics.everyGate("result"),
                                Topics.everyGate("events"))
                        .within(LinkLimits.USUAL.sending(Protocol.RULES_PACKET_BYTES_MAX));
        for (CompoundId first : compounds) {
            options = options.withWill(new Will(life(first, false), WILL_DELAY));
            break;
        }
        link = links.start(options, this);
    }

    @Override
    public void answer(GateIdentity gate, Acknowledgement acknowledgement) {
        Topics topics = new Topics(gate.compound(), gate.gate());
        offer(
                OutgoingMessage.to(topics.acknowledgement(), Json.write(acknowledgement))
                        .contentType(JSON)
                        .expiresAfter(ACKNOWLEDGEMENT_LIFE)
                        .build());
    }

    @Override
    public void send(Command command, Duration expiry) {
        Topics topics = new Topics(command.compound(), command.gate());
        offer(
                OutgoingMessage.to(topics.command(), CommandJson.write(command))
                        .ahead()
                        .contentType(JSON)
                        .responseTopic(topics.result())
                        .correlation(command.id().value().getBytes(StandardCharsets.UTF_8))
                        .expiresAfter(expiry)
                        .build());
    }

    @Override
    public void tellPeer(GateIdentity to, GateId from, long after, List<String> texts) {
        Topics topics = new Topics(to.compound(), to.gate());
        offer(
                OutgoingMessage.to(topics.peers(), PeerJson.write(from, after, texts))
                        .contentType(JSON)
                        .expiresAfter(PeerRelay.AGAIN_AFTER)
                        .build());
    }

    @Override
    public boolean publishRules(GateIdentity gate, byte[] envelope) {
        Link now = link;
        if (now == null) {
            return false;
        }
        OutgoingMessage message =
                OutgoingMessage.to(new Topics(gate.compound(), gate.gate()).rules(), envelope)
                        .contentType("application/cose")
                        .retained()
                        .build();
        return now.offer(message, delivery -> sayRefusal(message, delivery));
    }

    /// Calls this after each new connection to the broker, on a thread of the link.
    public void whenUp(Runnable act) {
        whenUp = act;
    }

    @Override
    public void greet(CompoundId compound) {
        compounds.add(compound);
        offer(life(compound, true));
    }

    private OutgoingMessage life(CompoundId compound, boolean online) {
        return OutgoingMessage.to(Topics.hub(compound), Json.write(new HubLife(online, version)))
                .contentType(JSON)
                .retained()
                .build();
    }

    /// What is lost on the way is not sent again: a gate that gets no acknowledgement sends again,
    /// and a command dies.
    private void offer(OutgoingMessage message) {
        Link now = link;
        if (now != null) {
            now.offer(message, delivery -> sayRefusal(message, delivery));
        }
    }

    private static void sayRefusal(OutgoingMessage message, Delivery delivery) {
        if (delivery instanceof Delivery.Refused(int reasonCode)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the broker refused a message to {0}: reason {1}",
                    message.topic(),
                    reasonCode);
        }
    }

    @Override
    public void linkUp() {
        saidDown = false;
        LOG.log(System.Logger.Level.INFO, "connected to the broker");
        compounds.forEach(compound -> offer(life(compound, true)));
        whenUp.run();
        HubLoop hub = loop;
        if (hub != null) {
            hub.linkUp();
        }
    }

    @Override
    public void linkLost(String why) {
        LOG.log(System.Logger.Level.WARNING, "the link to the broker is lost: {0}", why);
        HubLoop hub = loop;
        if (hub != null) {
            hub.linkLost(why);
        }
    }

    @Override
    public void attemptFailed(String why) {
        if (!saidDown) {
            saidDown = true;
            LOG.log(System.Logger.Level.WARNING, "no link to the broker: {0}", why);
        }
    }

    @Override
    public void messageArrived(IncomingMessage message) {
        HubLoop hub = loop;
        if (hub != null) {
            hub.offer(
                    new HubInput.MessageArrived(
                            message.topic(),
                            message.payload(),
                            message.retained(),
                            message::acknowledge));
        }
    }

    @Override
    public void messagePoisoned(IncomingMessage message, RuntimeException why) {
        LOG.log(System.Logger.Level.ERROR, "a message to " + message.topic() + " was lost", why);
    }

    /// Says goodbye to the gates and leaves the broker.
    @Override
    public void close() {
        Link now = link;
        if (now == null) {
            return;
        }
        CountDownLatch said = new CountDownLatch(compounds.size());
        for (CompoundId compound : compounds) {
            if (!now.offer(life(compound, false), delivery -> said.countDown())) {
                said.countDown();
            }
        }
        try {
            if (!said.await(GOODBYE_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the gates were not told that the hub stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        now.close();
    }
}
