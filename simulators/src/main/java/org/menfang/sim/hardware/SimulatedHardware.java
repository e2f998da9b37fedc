package org.menfang.sim.hardware;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.sim.camera.SceneFrames;
import org.menfang.sim.device.LookedAtChips;
import org.menfang.sim.device.SimulatedCamera;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.Wiring;
import org.menfang.sim.people.Life;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.PersonalTags;
import org.menfang.sim.people.Population;
import org.menfang.sim.rest.DeedLog;
import org.menfang.sim.rest.RestFace;
import org.menfang.sim.time.SimulationClock;
import org.menfang.sim.time.Timeline;
import org.menfang.sim.time.TimelineThread;
import org.menfang.site.CameraPlan;
import org.menfang.site.Site;

/// A board whose lines, readers and cameras end at simulated devices, which move in real time on a
/// thread of their own.
public final class SimulatedHardware implements Hardware {
    /// The gate needs a moment to come up before the first card.
    private static final Duration PEOPLE_WAIT = Duration.ofSeconds(2);

    private static final String CAMERA_SOURCE = "simulated:";

    private final SimulatedCompound compound;
    private final SimulationClock clock;
    private final ClockFile clockFile;
    private final TimelineThread thread;
    private final Life life;
    private final RestFace face;
    private final boolean peopleComeAndGo;
    private final LookedAtChips chips;

    private SimulatedHardware(
            SimulatedCompound compound,
            SimulationClock clock,
            ClockFile clockFile,
            TimelineThread thread,
            Life life,
            RestFace face,
            boolean peopleComeAndGo) {
        this.compound = compound;
        this.clock = clock;
        this.clockFile = clockFile;
        this.thread = thread;
        this.life = life;
        this.face = face;
        this.peopleComeAndGo = peopleComeAndGo;
        chips = compound.look();
    }

    /// @throws IOException if the port of the REST face is taken
    public static SimulatedHardware open(Site site, Path dataFolder, SimulationOptions options)
            throws IOException {
        long started = System.nanoTime();
        Timeline timeline = Timeline.following(() -> System.nanoTime() - started);
        ClockFile clockFile = new ClockFile(dataFolder);
        Instant first = options.start().atZone(site.zone()).toInstant();
        Instant resumed = clockFile.resume(options.speed()).orElse(first);
        SimulationClock clock =
                new SimulationClock(
                        timeline, resumed.isAfter(first) ? resumed : first, options.speed());
        SimulatedCompound compound =
                new SimulatedCompound(site, timeline, options.seed(), Wiring.RELEASES_BY_ITSELF);
        List<Person> people = Population.of(options.seed());
        TagFile tagFile = new TagFile(dataFolder);
        PersonalTags tags =
                new PersonalTags(options.seed(), people, tagFile.resume(), tagFile::keep);
        DeedLog deeds = new DeedLog(site, clock::world);
        Life life = new Life(compound, clock, people, options.seed(), (_, deed) -> deeds.add(deed));
        TimelineThread thread = TimelineThread.start(timeline, "simulated-compound");
        RestFace face =
                openFace(
                        options.port(),
                        dataFolder,
                        new RestFace.World(compound, clock, people, tags, deeds, thread));
        SimulatedHardware hardware =
                new SimulatedHardware(
                        compound, clock, clockFile, thread, life, face, options.people());
        timeline.soon(hardware::keepTime);
        Daylight.over(compound, clock);
        return hardware;
    }

    private static RestFace openFace(int port, Path dataFolder, RestFace.World world)
            throws IOException {
        try {
            return RestFace.open(port, dataFolder, world);
        } catch (IOException e) {
            world.thread().close();
            throw new IOException("the simulated devices have no port " + port, e);
        }
    }

    private void keepTime() {
        clockFile.keep(clock.world());
        compound.timeline().after(ClockFile.KEEP_EVERY, this::keepTime);
    }

    @Override
    public GpioChip gpio() {
        return compound.chip();
    }

    @Override
    public GpioChip chip(String name) throws IOException {
        return chips.chip(name);
    }

    @Override
    public Readers connectReaders(ReaderListener listener) {
        return thread.ask(() -> {
            if (peopleComeAndGo) {
                compound.timeline().after(PEOPLE_WAIT, life::begin);
            }
            return compound.connectReaders(listener);
        });
    }

    @Override
    public boolean readersLive() {
        return thread.ask(chips::areLive);
    }

    @Override
    public Optional<FrameSource> frames(CameraPlan camera) {
        SimulatedCamera simulated = compound.cameras().get(camera.id());
        return simulated == null || !camera.source().startsWith(CAMERA_SOURCE)
                ? Optional.empty()
                : Optional.of(new SceneFrames(simulated, compound, clock, thread::ask));
    }

    @Override
    public Optional<TimeSource> clock() {
        return Optional.of(clock);
    }

    @Override
    public void close() {
        face.close();
        chips.close();
        thread.close();
        clockFile.keep(clock.world());
    }
}
