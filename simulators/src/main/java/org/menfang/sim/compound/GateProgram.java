package org.menfang.sim.compound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.menfang.gate.GateController;
import org.menfang.gate.JournalStart;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.hardware.ReaderInputs;
import org.menfang.gate.hublink.PahoHubLink;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;
import org.menfang.gate.port.Faults;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.SunTimes;
import org.menfang.gate.rules.RulesIntake;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.LinkStarter;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;
import org.menfang.vocabulary.CameraId;
import org.menfang.wire.GateLife;

/// The gate's program between a start and a power cut.
final class GateProgram {
    private static final String VERSION = "virtual";
    private static final Duration RULES_READ_MIN = Duration.ofMillis(40);
    private static final Duration RULES_READ_MAX = Duration.ofMillis(900);
    private static final Duration RULES_AGAIN = Duration.ofSeconds(30);

    private final Timeline timeline;
    private final Chance chance;
    private final VirtualDisk disk;
    private final BoundedInbox inbox = new BoundedInbox();
    private final GateLoop loop;
    private final RulesIntake intake;
    private final VirtualLink link;
    private final VirtualStills stills;
    private boolean vanished;

    /// What it is made of, beside what the house gives.
    record Parts(
            Timeline timeline,
            SunTimes sun,
            VirtualBroker broker,
            Fuse fuse,
            Faults faults,
            Seams seams,
            Chance chance) {}

    GateProgram(GateHouse house, Parts parts) {
        timeline = parts.timeline();
        disk = house.disk();
        chance = parts.chance();
        Seams seams = parts.seams();
        Inbox heard = seams.inbox(house.id(), inbox);
        JournalStart start = seams.start(house.id(), house.disk().start(heard));
        GateController controller =
                new GateController(
                        house.site(),
                        parts.sun(),
                        seams.rules(house.id(), house.rules().table()),
                        start,
                        VERSION);
        intake = house.rules().intake(heard, table -> seams.rules(house.id(), table));
        LinkStarter links = parts.broker().over(house.path(), chance);
        List<VirtualLink> started = new ArrayList<>();
        PahoHubLink hubLink =
                PahoHubLink.start(
                        (options, listener) -> {
                            VirtualLink link = (VirtualLink) links.start(options, listener);
                            started.add(link);
                            return link;
                        },
                        LinkOptions.of("broker", 1, Tls.UNUSED, house.identity().toString()),
                        house.identity(),
                        new GateLife(false, VERSION, start.boot(), 0, 0, 0),
                        PahoHubLink.WILL_DELAY,
                        house.disk(),
                        heard,
                        this::rulesCame);
        link = started.getFirst();
        stills = new VirtualStills(house.devices(), heard, chance);
        Ports ports =
                new Ports(
                        house.clock(),
                        house.disk(),
                        hubLink,
                        new VirtualBoard(house.site(), house.devices().chip(), heard),
                        house.devices().connectReaders(new ReaderInputs(heard)),
                        stills,
                        parts.faults());
        loop = new GateLoop(controller, inbox, parts.fuse().before(seams.ports(house.id(), ports)));
        house.site().cameras().forEach(camera -> stills.look(camera.id()));
    }

    private void rulesCame(byte[] envelope) {
        timeline.after(chance.between(RULES_READ_MIN, RULES_READ_MAX), () -> take(envelope));
    }

    private void take(byte[] envelope) {
        if (!vanished && !intake.take(envelope)) {
            timeline.after(RULES_AGAIN, () -> takeAgain(envelope));
        }
    }

    /// A disk that did not take a set and is still sick does not take it now: reading a large set
    /// again would only cost the simulation time.
    private void takeAgain(byte[] envelope) {
        if (disk.health() == DiskHealth.WORKS) {
            take(envelope);
        } else if (!vanished) {
            timeline.after(RULES_AGAIN, () -> takeAgain(envelope));
        }
    }

    void turn() {
        do {
            loop.tick();
        } while (!inbox.isEmpty());
    }

    /// Has it find out how a camera does.
    void lookAt(CameraId camera) {
        stills.look(camera);
    }

    Optional<MonotonicTime> dueAt() {
        return loop.dueAt();
    }

    /// The power is gone.
    void vanish() {
        vanished = true;
        link.vanish();
    }
}
