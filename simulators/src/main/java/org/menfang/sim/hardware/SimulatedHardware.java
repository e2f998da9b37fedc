package org.menfang.sim.hardware;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.menfang.gate.hardware.CardListener;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.sim.camera.SceneFrames;
import org.menfang.sim.device.SimulatedCamera;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.Wiring;
import org.menfang.sim.time.SimulationClock;
import org.menfang.sim.time.Timeline;
import org.menfang.sim.time.TimelineThread;
import org.menfang.site.CameraPlan;
import org.menfang.site.Site;

/// A board whose lines, readers and cameras end at simulated devices, which move in real time on a
/// thread of their own.
public final class SimulatedHardware implements Hardware {
    private static final String CAMERA_SOURCE = "simulated:";

    private final SimulatedCompound compound;
    private final SimulationClock clock;
    private final ClockFile clockFile;
    private final TimelineThread thread;

    private SimulatedHardware(
            SimulatedCompound compound,
            SimulationClock clock,
            ClockFile clockFile,
            TimelineThread thread) {
        this.compound = compound;
        this.clock = clock;
        this.clockFile = clockFile;
        this.thread = thread;
    }

    public static SimulatedHardware open(Site site, Path dataFolder, SimulationOptions options) {
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
        SimulatedHardware hardware =
                new SimulatedHardware(
                        compound,
                        clock,
                        clockFile,
                        TimelineThread.start(timeline, "simulated-compound"));
        timeline.soon(hardware::keepTime);
        return hardware;
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
    public Readers connectReaders(CardListener listener) {
        return thread.ask(() -> compound.connectReaders(listener));
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
        thread.close();
        clockFile.keep(clock.world());
    }
}
