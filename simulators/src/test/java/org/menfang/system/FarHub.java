package org.menfang.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.menfang.hub.codes.Codes;
import org.menfang.json.Json;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoFolder;
import org.menfang.sim.demo.DemoSetUp;
import org.menfang.sim.demo.HubProbe;
import org.menfang.sim.demo.Ports;
import org.menfang.sim.demo.Program;
import org.menfang.site.HubAddress;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// The hub's program as a process, with its broker inside, for several gates at the far ends of
/// paths.
final class FarHub implements AutoCloseable {
    private static final Path SITE = Path.of("../edge-config/sites/clinic.yaml");

    private final DemoSetUp setUp;
    private final Process process;
    private final Codes codes;
    private final Sha256 fingerprint;

    private FarHub(DemoSetUp setUp, Process process) throws IOException {
        this.setUp = setUp;
        this.process = process;
        Path data = setUp.folder().hub();
        codes = Codes.open(data.resolve("codes"), Clock.systemUTC());
        fingerprint =
                Json.parse(Files.readAllBytes(data.resolve("run/hub.json")))
                        .then(tree -> tree.field("authority", Sha256.class))
                        .orThrow();
    }

    static FarHub start(Path folder) throws IOException, InterruptedException, DemoFailure {
        DemoSetUp setUp =
                DemoSetUp.write(
                        DemoFolder.make(folder.resolve("data")),
                        Ports.free(),
                        SITE,
                        Residents.SEED);
        Process process = setUp.hubProgram().start(List.of(), setUp.hubArguments());
        try {
            RunningCompound.await(process, "hub", new HubProbe(setUp.ports().board())::isReady);
            return new FarHub(setUp, process);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
    }

    String siteText() throws IOException {
        return Files.readString(setUp.folder().siteFile());
    }

    InetSocketAddress broker() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), setUp.ports().mqtt());
    }

    /// The hub as it is seen through a proxy before its broker.
    HubAddress by(int mqttPort) {
        return new HubAddress("localhost", mqttPort, setUp.ports().devices());
    }

    String code(GateIdentity gate) throws IOException {
        return codes.makeEnrolment(gate, fingerprint, Duration.ofHours(1)).orElseThrow();
    }

    /// What became of it so far.
    String state() {
        return process.isAlive() ? "the hub runs" : "the hub ended with " + process.exitValue();
    }

    /// Ends it, as a service manager does, so that its database can be read.
    void stop() throws InterruptedException {
        Program.stop(process);
    }

    /// What it holds of a gate's stream, text by text, in the order in which it came. The hub has
    /// stopped.
    List<String> held(GateIdentity gate, EventStream stream) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = open();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT text FROM event JOIN gate ON gate.id = event.gate"
                                        + " WHERE gate.gate = ? AND stream = ? ORDER BY number")) {
            query.setString(1, gate.gate().value());
            query.setInt(2, stream == EventStream.EVENTS ? 0 : 1);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }

    /// How many holes or breaks in a chain it has found. The hub has stopped.
    int gaps() throws SQLException {
        try (Connection connection = open();
                PreparedStatement query =
                        connection.prepareStatement("SELECT count(*) FROM chain_gap");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + setUp.folder().hub().resolve("hub.db"));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
