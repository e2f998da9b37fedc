package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.gate.rule.AccessTable;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoSetUp;
import org.menfang.sim.demo.Program;
import org.menfang.site.HubAddress;
import org.menfang.site.Site;

/// The hub's program as a process, and a gate in this one that has joined it and says nothing yet.
final class GateMeetsHub implements AutoCloseable {
    private final Stage stage;
    private final DemoSetUp setUp;
    private final BenchGate gate;
    private final GateKeys keys;
    private Process hub;

    private GateMeetsHub(Stage stage, DemoSetUp setUp, BenchGate gate, Process hub)
            throws IOException, InterruptedException, DemoFailure {
        this.stage = stage;
        this.setUp = setUp;
        this.gate = gate;
        this.hub = hub;
        keys = gate.join(setUp.enrolmentCode());
    }

    static GateMeetsHub begin(Stage stage, Path siteFile)
            throws IOException, InterruptedException, DemoFailure {
        DemoSetUp setUp = stage.install(siteFile);
        Process hub = stage.startHub(setUp);
        Site site = setUp.site();
        AccessTable table = AccessTable.of(site, ManyCards.of(site, Passers.CARDS));
        BenchGate gate = BenchGate.start(site, table, stage.root().resolve("bench"), () -> {});
        return new GateMeetsHub(stage, setUp, gate, hub);
    }

    BenchGate gate() {
        return gate;
    }

    DemoSetUp setUp() {
        return setUp;
    }

    JournalWatch watch() {
        return gate.watch();
    }

    Passers passers() {
        return new Passers(setUp.site(), gate);
    }

    GateKeys keys() {
        return keys;
    }

    /// Begins to send, and returns when the link is up.
    void connect() throws IOException, InterruptedException {
        connect(hubAddress());
    }

    /// The same, to another address: by way of a proxy.
    void connect(HubAddress address) throws IOException, InterruptedException {
        gate.connect(address, keys);
        Stage.await("the gate's link", gate.watch()::isLinkUp);
    }

    HubAddress hubAddress() {
        return LateLink.hub(setUp.site());
    }

    void stopHub() throws InterruptedException {
        Program.stop(hub);
    }

    void startHub() throws IOException, InterruptedException {
        hub = stage.startHub(setUp);
    }

    @Override
    public void close() throws IOException {
        gate.close();
    }
}
