package org.menfang.hub.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.store.SqliteHubStore;
import org.menfang.hub.store.StoredEvent;
import org.menfang.hub.testing.GateJournal;
import org.menfang.hub.trust.Trust;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.TlsContexts;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;

/// The hub as a process of its own, with a broker inside and a gate that talks to it over TLS.
@Timeout(300)
class HubProcessTest {
    private static final int EVENTS = 8_000;

    @TempDir Path folder;

    private final GateJournal journal =
            new GateJournal(GateJournal.NORTH).fill(EventStream.EVENTS, EVENTS);

    private Path config() {
        return folder.resolve("hub.yaml");
    }

    private Path data() {
        return folder.resolve("data");
    }

    @BeforeEach
    void write_the_configuration() throws IOException {
        Files.writeString(
                config(),
                """
                board: {port: 0}
                mqtt: {address: 127.0.0.1, port: 0}
                devices: {address: 127.0.0.1, port: 0}
                """);
    }

    @Test
    void a_hub_that_is_killed_in_the_middle_of_a_backlog_loses_nothing_and_doubles_nothing()
            throws Exception {
        SSLContext tls = enrol();
        try (FakeGate gate = new FakeGate(journal)) {
            for (long until : new long[] {1_500, 4_000}) {
                try (HubProcess hub = HubProcess.start(config(), data())) {
                    gate.connect(hub.endpoints().mqttPort(), tls);
                    gate.sendUntilHeld(until);
                    hub.kill();
                }
            }
            try (HubProcess hub = HubProcess.start(config(), data())) {
                gate.connect(hub.endpoints().mqttPort(), tls);
                gate.sendUntilHeld(EVENTS);
                assertEquals(ExitStatus.FINE, hub.stop());
            }
        }
        checkStore();
    }

    @Test
    void a_second_hub_on_the_same_folder_is_refused() throws Exception {
        try (HubProcess hub = HubProcess.start(config(), data())) {
            Process second =
                    new ProcessBuilder(
                                    HubProcess.command(
                                            "run", "--config", config(), "--data", data()))
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(ExitStatus.UNAVAILABLE, second.waitFor());
            assertTrue(said.contains("another hub runs"), said);
            assertTrue(hub.endpoints().board().startsWith("http://127.0.0.1:"));
        }
    }

    private void checkStore() {
        try (Database database =
                assertInstanceOf(
                                Database.Opening.Opened.class,
                                Database.open(data().resolve("hub.db")))
                        .database()) {
            HubStore store = new SqliteHubStore(database);
            assertEquals(EVENTS, store.load().lastNumber());
            for (long seq = 1; seq <= EVENTS; seq++) {
                StoredEvent stored =
                        store.find(journal.name(), new EventPosition(EventStream.EVENTS, seq))
                                .orElseThrow();
                assertEquals(seq, stored.number());
                assertEquals(journal.text(EventStream.EVENTS, seq), stored.text());
            }
            assertEquals(List.of(), store.quarantined(10));
        }
    }

    /// The certificate of the gate, made before the hub starts for the first time.
    private SSLContext enrol() throws IOException, GeneralSecurityException {
        Trust trust =
                Trust.open(
                        DataFolderTest.make(data()).trust(),
                        HubConfig.DEFAULT.names(),
                        InstantSource.system());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        KeyPair logKeys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        GateIdentity gate = journal.name();
        return TlsContexts.of(
                new KeyHolder(
                        keys.getPrivate(),
                        trust.enrol(gate, keys.getPublic(), logKeys.getPublic())),
                trust.authority());
    }
}
