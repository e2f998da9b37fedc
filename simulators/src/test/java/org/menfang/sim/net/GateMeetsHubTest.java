package org.menfang.sim.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;
import org.menfang.gate.hublink.Enrolment;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.gate.hublink.HttpPictureUpload;
import org.menfang.gate.hublink.PahoHubLink;
import org.menfang.gate.picture.PictureFolder;
import org.menfang.gate.port.StoredEvents;
import org.menfang.hub.broker.BrokerOptions;
import org.menfang.hub.broker.EmbeddedBroker;
import org.menfang.hub.codes.Codes;
import org.menfang.hub.device.DeviceServer;
import org.menfang.hub.device.PictureShelf;
import org.menfang.hub.trust.Trust;
import org.menfang.json.Json;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkLimits;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.site.HubAddress;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.HubLife;
import org.menfang.wire.Protocol;
import org.menfang.wire.json.CommandJson;

/// A gate's link to its hub, against the hub's own broker and its own port for gates.
@Timeout(120)
final class GateMeetsHubTest {
    private static final GateIdentity NORTH = GateIdentity.parse("lane/north").orElseThrow();
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> rules = new LinkedBlockingQueue<>();
    private final BlockingQueue<IncomingMessage> heardByHub = new LinkedBlockingQueue<>();
    private Trust trust;
    private Codes codes;
    private PictureShelf shelf;
    private HubAddress address;

    @BeforeEach
    void startHub() throws IOException {
        trust = Trust.open(folder.resolve("trust"), List.of("localhost"), Clock.systemUTC());
        codes = Codes.open(folder.resolve("codes"), Clock.systemUTC());
        shelf = PictureShelf.open(folder.resolve("shelf"), 0);
        EmbeddedBroker broker =
                EmbeddedBroker.start(
                        BrokerOptions.of(folder.resolve("broker"), "127.0.0.1", 0), trust);
        open.add(broker);
        DeviceServer devices = devices(trust, codes, shelf, 0);
        address = new HubAddress("localhost", broker.port(), devices.port());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void a_gate_joins_with_a_code_and_keeps_what_it_got() throws Exception {
        Enrolment.Outcome outcome = join(NORTH, code(NORTH));
        assertInstanceOf(Enrolment.Outcome.Joined.class, outcome);
        GateKeys keys = GateKeys.read(folder.resolve("keys")).orElseThrow();
        assertTrue(keys.belongTo(NORTH));
        assertEquals("rw-------", rights(folder.resolve("keys").resolve(GateKeys.FILE_NAME)));
    }

    @Test
    void a_code_that_does_not_fit_joins_nobody() throws Exception {
        String used = code(NORTH);
        join(NORTH, used);
        assertInstanceOf(Enrolment.Outcome.Refused.class, join(NORTH, used));
        assertInstanceOf(Enrolment.Outcome.NotACode.class, join(NORTH, "7777-7777"));
        GateIdentity south = GateIdentity.parse("lane/south").orElseThrow();
        assertInstanceOf(Enrolment.Outcome.Refused.class, join(NORTH, code(south)));
        assertTrue(Files.exists(folder.resolve("keys")));
    }

    @Test
    void a_gate_says_nothing_to_a_hub_that_its_code_does_not_name() throws Exception {
        Trust other = Trust.open(folder.resolve("other"), List.of("localhost"), Clock.systemUTC());
        String foreign = codes.makeEnrolment(NORTH, other.fingerprint(), HOUR).orElseThrow();
        assertInstanceOf(Enrolment.Outcome.AnotherHub.class, join(NORTH, foreign));
        assertTrue(codes.redeemEnrolment(foreign).isPresent(), "the code was shown to the server");
    }

    @Test
    void a_hub_that_is_not_there_gives_no_answer() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        HubAddress away = new HubAddress("localhost", nobody, nobody);
        assertInstanceOf(
                Enrolment.Outcome.NoAnswer.class,
                Enrolment.join(away, NORTH, code(NORTH), logKey(), folder.resolve("keys")));
        assertTrue(GateKeys.read(folder.resolve("keys")).isEmpty());
    }

    @Test
    void events_go_up_in_batches_and_what_the_hub_says_comes_down() throws Exception {
        MqttLink hub = hub("menfang/1/+/+/events", "menfang/1/+/+/life", "menfang/1/+/+/result");
        PahoHubLink link = link();
        assertInstanceOf(Input.LinkUp.class, nextInput());
        link.publish(EventStream.EVENTS, 1, 450);
        assertEquals(
                List.of(200, 200, 50),
                List.of(elementsOfNext(), elementsOfNext(), elementsOfNext()));
        link.reportResult(new CommandResult(new CommandId("command-1"), CommandOutcome.DONE));
        assertEquals(NORTH.topics().result(), nextHeard().topic());

        say(hub, NORTH.topics().hub(), Json.write(new HubLife(true, "1")), true);
        assertEquals(new Input.HubSeen(true), nextInput());
        Acknowledgement held = new Acknowledgement(EventStream.EVENTS, 450, Sha256.of("450"), null);
        say(hub, NORTH.topics().acknowledgement(), Json.write(held), false);
        assertEquals(new Input.HubAcknowledged(held), nextInput());
        Command command = command();
        say(hub, NORTH.topics().command(), CommandJson.write(command), false);
        assertEquals(new Input.CommandReceived(command), nextInput());
        say(
                hub,
                NORTH.topics().command(),
                "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                false);
        assertInstanceOf(Input.CommandGarbled.class, nextInput());
        link.announceLife(new GateLife(false, "1", 1, 5_000, 450, 0));
        link.close();
        IncomingMessage farewell = nextHeard();
        assertEquals(NORTH.topics().life(), farewell.topic());
        assertTrue(
                Json.parse(farewell.payload(), GateLife.class).orThrow().uptimeMillis() == 5_000);
    }

    @Test
    void the_rules_that_the_broker_keeps_reach_the_gate_at_each_connection() throws Exception {
        byte[] envelope = new byte[3 << 20];
        envelope[0] = 7;
        MqttLink hub = hub();
        say(hub, NORTH.topics().rules(), envelope, true);
        try (PahoHubLink _ = link()) {
            assertArrayEquals(envelope, rules.poll(40, TimeUnit.SECONDS));
        }
        open.add(link());
        assertArrayEquals(envelope, rules.poll(40, TimeUnit.SECONDS));
    }

    @Test
    void a_retained_command_is_never_carried_out() throws Exception {
        MqttLink hub = hub();
        say(hub, NORTH.topics().command(), CommandJson.write(command()), true);
        open.add(link());
        assertInstanceOf(Input.LinkUp.class, nextInput());
        Input.CommandGarbled garbled = assertInstanceOf(Input.CommandGarbled.class, nextInput());
        assertEquals(command().id(), garbled.id());
    }

    @Test
    void a_gate_whose_certificate_was_taken_back_loses_its_link() throws Exception {
        open.add(link());
        assertInstanceOf(Input.LinkUp.class, nextInput());
        trust.revoke(NORTH);
        ((EmbeddedBroker) open.getFirst()).dropRevoked();
        assertInstanceOf(Input.LinkLost.class, nextInput());
    }

    @Test
    void pictures_wait_for_a_hub_that_is_away() throws Exception {
        join(NORTH, code(NORTH));
        var tls = GateKeys.read(folder.resolve("keys")).orElseThrow().context();
        PictureFolder pictures = PictureFolder.open(folder.resolve("pictures"), 1 << 20);
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 7};
        int port = address.httpsPort();
        open.get(1).close();
        try (HttpPictureUpload upload =
                HttpPictureUpload.start(address, tls, pictures, RandomGenerator.getDefault())) {
            Sha256 digest = pictures.store(jpeg);
            upload.stored(digest);
            devices(trust, codes, shelf, port);
            while (!pictures.waiting(1).isEmpty()) {
                Thread.onSpinWait();
            }
            assertTrue(shelf.find(digest).isPresent());
        }
    }

    private Enrolment.Outcome join(GateIdentity gate, String code) throws Exception {
        return Enrolment.join(address, gate, code, logKey(), folder.resolve("keys"));
    }

    private String code(GateIdentity gate) throws IOException {
        return codes.makeEnrolment(gate, trust.fingerprint(), HOUR).orElseThrow();
    }

    private static PublicKey logKey() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    }

    private PahoHubLink link() throws Exception {
        join(NORTH, code(NORTH));
        StoredEvents events =
                (stream, from, to, whenRead) -> {
                    List<String> texts = new ArrayList<>();
                    for (long seq = from; seq <= to; seq++) {
                        texts.add("{\"seq\":" + seq + "}");
                    }
                    whenRead.accept(texts);
                };
        return PahoHubLink.start(
                address,
                NORTH,
                GateKeys.read(folder.resolve("keys")).orElseThrow().context(),
                new GateLife(false, "1", 1, 0, 0, 0),
                Duration.ofSeconds(1),
                events,
                inputs::add,
                rules::add,
                RandomGenerator.getDefault());
    }

    private MqttLink hub(String... filters) throws InterruptedException {
        BlockingQueue<String> up = new LinkedBlockingQueue<>();
        MqttLink link =
                MqttLink.start(
                        LinkOptions.of(
                                        "localhost",
                                        address.mqttPort(),
                                        trust.hubContext(),
                                        Trust.HUB)
                                .subscribing(filters)
                                .within(LinkLimits.USUAL.sending(Protocol.RULES_PACKET_BYTES_MAX)),
                        new LinkListener() {
                            @Override
                            public void linkUp() {
                                up.add("up");
                            }

                            @Override
                            public void linkLost(String why) {
                                up.add(why);
                            }

                            @Override
                            public void attemptFailed(String why) {
                                up.add(why);
                            }

                            @Override
                            public void messageArrived(IncomingMessage message) {
                                message.acknowledge();
                                heardByHub.add(message);
                            }

                            @Override
                            public void messagePoisoned(
                                    IncomingMessage message, RuntimeException why) {
                                up.add(why.toString());
                            }
                        },
                        RandomGenerator.getDefault(),
                        LinkClock.SYSTEM);
        open.add(link);
        assertEquals("up", up.poll(30, TimeUnit.SECONDS));
        return link;
    }

    private static void say(MqttLink hub, String topic, byte[] payload, boolean retained)
            throws Exception {
        OutgoingMessage.Builder message = OutgoingMessage.to(topic, payload);
        assertTrue(hub.offer(retained ? message.retained().build() : message.build(), done -> {}));
    }

    private DeviceServer devices(Trust trust, Codes codes, PictureShelf shelf, int port)
            throws IOException {
        DeviceServer server =
                DeviceServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        trust,
                        codes,
                        shelf,
                        Clock.systemUTC());
        open.add(server);
        return server;
    }

    private Input nextInput() throws InterruptedException {
        Input input = inputs.poll(40, TimeUnit.SECONDS);
        assertNotNull(input, "waited in vain for an input");
        return input;
    }

    private IncomingMessage nextHeard() throws InterruptedException {
        IncomingMessage message = heardByHub.poll(40, TimeUnit.SECONDS);
        assertNotNull(message, "waited in vain for a message");
        return message;
    }

    private int elementsOfNext() throws InterruptedException {
        IncomingMessage message = nextHeard();
        assertEquals(NORTH.topics().stream(EventStream.EVENTS), message.topic());
        return Json.parse(message.payload()).orThrow().elements().orElseThrow().size();
    }

    private static Command command() {
        return new Command(
                new CommandId("command-1"),
                NORTH.compound(),
                NORTH.gate(),
                1,
                60_000,
                new OperatorName("王芳"),
                new Command.Order.ActOnDoor(new DoorId("main"), DoorAct.ACCESS));
    }

    private static String rights(Path file) throws IOException {
        return java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file));
    }
}
