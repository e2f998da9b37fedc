package org.menfang.sim.compound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.port.SunTimes;
import org.menfang.gate.port.memory.RecordedFaults;
import org.menfang.sim.device.SimulatedCamera;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.Wiring;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.SimulationClock;
import org.menfang.sim.time.Timeline;
import org.menfang.site.Site;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;
import org.menfang.wire.GateIdentity;

/// One gate with all that outlives a power cut: its devices, its disk, its rules, its clock and its
/// way to the broker; and, while it has power, the program that runs there.
public final class GateHouse {
    /// From power to the program.
    static final Duration BOOT = Duration.ofSeconds(20);

    /// From the start of the program until the network has told it the time.
    private static final Duration TIME_TOLD_MIN = Duration.ofSeconds(5);

    /// A gate that nobody tells the time asks again after so long at most.
    public static final Duration TIME_TOLD_MAX = Duration.ofMinutes(4);

    /// So old a picture shows that its camera does not deliver any more.
    private static final Duration CAMERA_WATCHED = Duration.ofSeconds(5);

    private final Site site;
    private final Timeline timeline;
    private final SunTimes sun;
    private final Seams seams;
    private final VirtualBroker broker;
    private final Chance chance;
    private final Chance clockChance;
    private final SimulatedCompound devices;
    private final GateClock clock;
    private final VirtualDisk disk;
    private final RuleCupboard rules;
    private final NetworkPath path = new NetworkPath();
    private final RecordedFaults faults = new RecordedFaults();
    private final Fuse fuse = new Fuse();
    private @Nullable GateProgram program;
    private long powered;

    /// The world in which it stands.
    record Surroundings(
            Timeline timeline,
            SimulationClock world,
            SunTimes sun,
            VirtualBroker broker,
            RuleReadings readings,
            Seams seams,
            BiConsumer<Event, String> durable) {}

    GateHouse(Site site, Surroundings around, long seed) {
        this.site = site;
        timeline = around.timeline();
        sun = around.sun();
        seams = around.seams();
        broker = around.broker();
        chance = Chance.of(seed, "gate " + site.gate());
        clockChance = Chance.of(seed, "clock of " + site.gate());
        devices =
                new SimulatedCompound(
                        site,
                        timeline,
                        Chance.seedOf(seed, "devices of " + site.gate()),
                        Wiring.TELLS_THE_GATE_ONLY);
        clock = new GateClock(timeline, around.world());
        disk =
                new VirtualDisk(
                        timeline, Chance.of(seed, "disk of " + site.gate()), around.durable());
        rules = new RuleCupboard(site, around.readings(), disk);
    }

    public GateId id() {
        return site.gate();
    }

    public Site site() {
        return site;
    }

    public GateIdentity identity() {
        return new GateIdentity(site.compound(), site.gate());
    }

    public SimulatedCompound devices() {
        return devices;
    }

    public GateClock clock() {
        return clock;
    }

    public VirtualDisk disk() {
        return disk;
    }

    public RuleCupboard rules() {
        return rules;
    }

    /// The way to the broker.
    public NetworkPath path() {
        return path;
    }

    /// Whether the program runs.
    public boolean isRunning() {
        return program != null;
    }

    /// What broke inside the software; nothing, unless there is a mistake in it.
    public List<?> faults() {
        return faults.all();
    }

    /// Gives it power; the program runs a little later.
    public void powerOn() {
        long on = ++powered;
        timeline.after(
                BOOT,
                () -> {
                    if (on == powered) {
                        start();
                    }
                });
    }

    /// Gives it power; its clock begins where it is told, and the system knows that nobody has set
    /// it.
    public void startWithClockAt(Instant time) {
        clock.beginsAt(time);
        powerOn();
    }

    /// Takes its power away. What is not durable is lost, and every output falls.
    public void powerOff() {
        powered++;
        fuse.mend();
        clock.end();
        GateProgram running = program;
        program = null;
        disk.powerCut();
        devices.powerOff();
        if (running != null) {
            running.vanish();
        }
    }

    /// Takes its power away before the effect that follows so many; at once if nothing runs.
    public void powerOffAfter(int effects) {
        if (isRunning()) {
            fuse.blowsAfter(effects);
        } else {
            powerOff();
        }
    }

    /// Starts the program at once.
    void start() {
        clock.begin();
        waitForTime(powered);
        program =
                new GateProgram(
                        this,
                        new GateProgram.Parts(timeline, sun, broker, fuse, faults, seams, chance));
    }

    /// A board without a battery goes on from when it went off, until the network tells it the
    /// time.
    private void waitForTime(long under) {
        if (clock.isSet()) {
            return;
        }
        timeline.after(
                clockChance.between(TIME_TOLD_MIN, TIME_TOLD_MAX),
                () -> {
                    if (under == powered && path.carriesBothWays()) {
                        clock.told();
                    } else if (under == powered) {
                        waitForTime(under);
                    }
                });
    }

    /// From now on a camera does so; the program finds out after a while.
    public void cameraDoes(CameraId camera, SimulatedCamera.State state) {
        SimulatedCamera simulated = devices.cameras().get(camera);
        if (simulated == null) {
            throw new IllegalArgumentException("no camera " + camera);
        }
        simulated.set(state);
        timeline.after(
                CAMERA_WATCHED,
                () -> {
                    GateProgram running = program;
                    if (running != null) {
                        running.lookAt(camera);
                    }
                });
    }

    /// Lets the program do what is to be done now.
    void turn() {
        GateProgram running = program;
        if (running == null) {
            return;
        }
        try {
            running.turn();
        } catch (PowerCut cut) {
            powerOff();
            whenCut.run();
        }
    }

    private Runnable whenCut = () -> {};

    /// Runs when the power went between two effects.
    public void onPowerCut(Runnable act) {
        whenCut = act;
    }

    /// When the program has to do something next, on the timeline.
    Optional<MonotonicTime> dueAt() {
        GateProgram running = program;
        return running == null ? Optional.empty() : running.dueAt().map(clock::onTimeline);
    }
}
