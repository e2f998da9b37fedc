package org.menfang.hub.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.store.SqliteHubStore;
import org.menfang.hub.testing.GateJournal;
import org.menfang.hub.trust.Trust;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.TlsContexts;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.EventPosition;

/// The drill: a hub that runs is backed up, its machine is lost, another one takes its place.
@Timeout(600)
class RestoreDrillTest {
    private static final int BEFORE = 600;
    private static final int AFTER_BACKUP = 900;
    private static final int AFTER_RESTORE = 1_400;
    private static final Pattern LOG = Pattern.compile("log: line (\\d+), ([0-9a-f]{64})");

    @TempDir private Path folder;

    private final GateJournal journal =
            new GateJournal(GateJournal.NORTH).fill(EventStream.EVENTS, AFTER_RESTORE);

    private Path config() throws IOException {
        Path file = folder.resolve("hub.yaml");
        return Files.writeString(
                file,
                """
                board: {port: 0}
                mqtt: {address: 127.0.0.1, port: 0}
                devices: {address: 127.0.0.1, port: 0}
                """);
    }

    @Test
    void a_hub_comes_back_from_its_backup_and_the_gate_goes_on_without_loss() throws Exception {
        Path lost = folder.resolve("lost");
        Path found = folder.resolve("found");
        Path backup = folder.resolve("hub.sealed");
        Path key = folder.resolve("backup.key");
        run(ExitStatus.FINE, "backup-key", "--to", key);
        SSLContext tls = enrol(lost);
        String log;
        String board;
        try (FakeGate gate = new FakeGate(journal)) {
            try (HubProcess hub = HubProcess.start(config(), lost)) {
                gate.connect(hub.endpoints().mqttPort(), tls);
                gate.sendUntilHeld(BEFORE);
                log =
                        logOf(
                                run(
                                        ExitStatus.FINE,
                                        "backup",
                                        "--data",
                                        lost,
                                        "--to",
                                        backup,
                                        "--key",
                                        key));
                board = gatesOnBoard(hub);
                gate.sendUntilHeld(AFTER_BACKUP);
                hub.kill();
            }
            run(ExitStatus.BAD_FILE, "restore", "--from", backup, "--dry-run");
            assertEquals(
                    log,
                    logOf(
                            run(
                                    ExitStatus.FINE,
                                    "restore",
                                    "--from",
                                    backup,
                                    "--key",
                                    key,
                                    "--dry-run")));
            assertFalse(Files.exists(found));
            run(ExitStatus.UNAVAILABLE, "restore", "--from", backup, "--key", key, "--data", lost);
            assertEquals(
                    log,
                    logOf(
                            run(
                                    ExitStatus.FINE,
                                    "restore",
                                    "--from",
                                    backup,
                                    "--key",
                                    key,
                                    "--data",
                                    found)));
            try (HubProcess hub = HubProcess.start(config(), found)) {
                assertEquals(board, gatesOnBoard(hub));
                gate.connect(hub.endpoints().mqttPort(), tls);
                gate.sendUntilHeld(AFTER_RESTORE);
                assertEquals(ExitStatus.FINE, hub.stop());
            }
        }
        checkStore(found);
    }

    private static String run(int status, Object... arguments)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(HubProcess.command(arguments)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), said);
        return said;
    }

    private static String logOf(String said) {
        Matcher line = LOG.matcher(said);
        assertTrue(line.find(), said);
        return line.group();
    }

    /// The names of the gates on the public board.
    private static String gatesOnBoard(HubProcess hub) throws IOException, InterruptedException {
        HttpResponse<String> page =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(hub.endpoints().board() + "/open/board"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, page.statusCode());
        int uptime = page.body().indexOf("id=\"uptime\"");
        assertTrue(uptime > 0, page.body());
        int row = page.body().indexOf("<tbody>", uptime);
        return page.body().substring(row, page.body().indexOf("</td>", row));
    }

    private void checkStore(Path data) {
        try (Database database =
                assertInstanceOf(
                                Database.Opening.Opened.class,
                                Database.open(data.resolve("hub.db")))
                        .database()) {
            HubStore store = new SqliteHubStore(database);
            assertEquals(AFTER_RESTORE, store.load().lastNumber());
            for (long seq = 1; seq <= AFTER_RESTORE; seq++) {
                assertEquals(
                        journal.text(EventStream.EVENTS, seq),
                        store.find(journal.name(), new EventPosition(EventStream.EVENTS, seq))
                                .orElseThrow()
                                .text());
            }
            assertEquals(List.of(), store.gaps(journal.name()));
        }
    }

    private SSLContext enrol(Path data) throws IOException, GeneralSecurityException {
        Trust trust =
                Trust.open(
                        DataFolderTest.make(data).trust(),
                        HubConfig.DEFAULT.names(),
                        InstantSource.system());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        KeyPair logKeys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return TlsContexts.of(
                new KeyHolder(
                        keys.getPrivate(),
                        trust.enrol(journal.name(), keys.getPublic(), logKeys.getPublic())),
                trust.authority());
    }
}
