package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.enrol.OneTimeCode;
import org.menfang.gate.Input;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.gate.picture.PictureFolder;
import org.menfang.site.HubAddress;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;

/// A gate whose hub is not there, or not joined: nothing of it holds up the gate.
@Timeout(60)
class HubConnectionTest {
    private static final GateLife LIFE = new GateLife(false, "test", 1, 0, 0, 0);

    private static final String CODE =
            OneTimeCode.make(new SecureRandom(), Sha256.of("the authority of a hub")).text();

    @TempDir Path folder;

    private final List<Input> inbox = new ArrayList<>();

    @Test
    void without_a_hub_everything_is_dropped() throws Exception {
        try (HubConnection connection = open(null, null)) {
            connection.link().publish(EventStream.EVENTS, 1, 2);
            connection.link().announceLife(LIFE);
            connection.stored(Sha256.ZERO);
        }
        assertEquals(List.of(), inbox);
    }

    @Test
    void a_gate_that_has_not_joined_and_has_no_code_stands_alone() throws Exception {
        try (ServerSocket server = server();
                HubConnection connection = open(address(server), null)) {
            connection.link().publish(EventStream.ALARMS, 1, 2);
        }
        assertEquals(List.of(), inbox);
    }

    @Test
    void a_hub_that_never_answers_is_left_at_once_when_the_gate_stops() throws Exception {
        try (ServerSocket server = server();
                HubConnection _ = open(address(server), CODE);
                Socket asked = server.accept()) {
            assertTrue(asked.isConnected(), "it tries to join");
        }
        assertTrue(Files.notExists(folder.resolve("keys").resolve(GateKeys.FILE_NAME)));
    }

    @Test
    void damaged_keys_are_an_alarm_and_the_gate_stands_alone() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(keys.resolve(GateKeys.FILE_NAME), "torn");
        try (ServerSocket server = server()) {
            open(address(server), null).close();
            Input.StorageDamaged told =
                    assertInstanceOf(Input.StorageDamaged.class, inbox.getFirst());
            assertTrue(told.why().contains("keys of the link"), told::why);
        }
    }

    private HubConnection open(@Nullable HubAddress hub, @Nullable String code) throws Exception {
        HubConnection connection =
                HubConnection.of(
                        new HubConnection.Parts(
                                hub,
                                new GateIdentity(new CompoundId("lane"), new GateId("north")),
                                folder.resolve("keys"),
                                logKey(),
                                LIFE,
                                (stream, from, to, whenRead) -> whenRead.accept(List.of()),
                                PictureFolder.open(folder.resolve("pictures"), 1_000),
                                inbox::add,
                                rules -> {}));
        connection.begin(code);
        return connection;
    }

    private static PublicKey logKey() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    }

    /// A server that takes connections and never says a word.
    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static HubAddress address(ServerSocket server) {
        return new HubAddress("127.0.0.1", server.getLocalPort(), server.getLocalPort());
    }
}
