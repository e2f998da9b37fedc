package org.menfang.gate.osdp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.osdp.PdIdentity;
import org.menfang.sim.osdp.PdParts;
import org.menfang.sim.osdp.PdPlan;
import org.menfang.sim.osdp.PdSecurity;
import org.menfang.sim.osdp.SimulatedOsdpLine;
import org.menfang.sim.osdp.SimulatedPd;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.ReaderId;

/// A panel and simulated readers on one line, in virtual time: hours pass in a moment, and the same
/// seed does the same again.
final class PanelStand {
    private static final int BAUD = 115_200;

    /// Time does not stand still, even if the panel wants to go on at once.
    private static final Duration STEP_MIN = Duration.ofNanos(100_000);

    final Heard heard = new Heard();
    private final Chance panelChance;
    private final long seed;
    private final List<SimulatedPd> pds = new ArrayList<>();
    private final PriorityQueue<SimulatedOsdpLine.Sent> onTheWay =
            new PriorityQueue<>(Comparator.comparing(SimulatedOsdpLine.Sent::at));
    private final LineParts shared;
    private final int readers;
    private OsdpPanel panel;
    private SimulatedOsdpLine line;
    private MonotonicTime now = MonotonicTime.START;

    /// @param readers how many, at the addresses 0 and up, fresh from their boxes
    /// @param keys where the panel keeps their keys
    PanelStand(long seed, int readers, Path keys) {
        this.seed = seed;
        this.readers = readers;
        panelChance = Chance.of(seed, "panel");
        shared =
                new LineParts(
                        OsdpTimings.STANDARD,
                        BAUD,
                        new KeyFolder(keys),
                        panelChance::bytes,
                        heard,
                        heard);
        panel = freshPanel();
        for (int address = 0; address < readers; address++) {
            pds.add(pd(address, new PdSecurity.Install()));
        }
        line = freshLine();
    }

    static ReaderId id(int reader) {
        return new ReaderId("reader-" + reader);
    }

    boolean has(int reader) {
        return reader < pds.size();
    }

    SimulatedPd pd(int reader) {
        return pds.get(reader);
    }

    /// The line as it is now, to trouble it.
    SimulatedOsdpLine line() {
        return line;
    }

    MonotonicTime now() {
        return now;
    }

    /// A reader that is made somewhere else.
    SimulatedPd pd(int address, PdSecurity security) {
        Chance chance = Chance.of(seed, "reader " + address + security.getClass());
        PdPlan plan =
                new PdPlan(
                        address, BAUD, PdIdentity.numbered(address + 1), PdParts.USUAL, security);
        return new SimulatedPd(plan, () -> now, () -> chance.bytes(8));
    }

    /// Hangs another one in the place of a reader.
    void replace(int reader, SimulatedPd other) {
        pds.set(reader, other);
        line = freshLine();
    }

    /// Hangs one more on the line.
    void add(SimulatedPd other) {
        pds.add(other);
        line = freshLine();
    }

    /// The gate starts anew, with what it kept.
    void restartPanel() {
        panel = freshPanel();
        onTheWay.clear();
    }

    OsdpPanel panel() {
        return panel;
    }

    /// Gives each reader its key.
    void commission() {
        for (int reader = 0; reader < readers; reader++) {
            panel.beginInstall(now, id(reader), OptionalInt.empty());
        }
        run(Duration.ofSeconds(20));
    }

    void run(Duration duration) {
        MonotonicTime until = now.plus(duration);
        while (now.isBefore(until)) {
            panel.send(now).ifPresent(bytes -> onTheWay.addAll(line.hear(bytes)));
            now = next(until);
            while (!onTheWay.isEmpty() && !now.isBefore(onTheWay.peek().at())) {
                byte[] bytes = onTheWay.remove().bytes();
                panel.received(now, bytes, bytes.length);
            }
        }
    }

    private MonotonicTime next(MonotonicTime until) {
        MonotonicTime next = MonotonicTime.earliest(panel.wakeAt(), until);
        if (!onTheWay.isEmpty()) {
            next = MonotonicTime.earliest(next, onTheWay.peek().at());
        }
        return next.isBefore(now.plus(STEP_MIN)) ? now.plus(STEP_MIN) : next;
    }

    private SimulatedOsdpLine freshLine() {
        SimulatedOsdpLine fresh = new SimulatedOsdpLine(pds, () -> now, seed);
        fresh.speed(BAUD);
        return fresh;
    }

    private OsdpPanel freshPanel() {
        OsdpPanel fresh = new OsdpPanel(shared);
        for (int address = 0; address < readers; address++) {
            fresh.with(new PanelReader(id(address), address, shared));
        }
        return fresh;
    }
}
