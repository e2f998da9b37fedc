package org.menfang.gate.wiegand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.hardware.ConnectedReaders;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.ReaderId;

/// Readers on two wires each. Their lines stay taken until the hardware is closed.
public final class WiegandReaders implements ConnectedReaders {
    private static final System.Logger LOG = System.getLogger(WiegandReaders.class.getName());

    private final Map<ReaderId, Wires> readers = new TreeMap<>();
    private final Map<ReaderId, Levels> levels = new ConcurrentHashMap<>();
    private final Later gaps;
    private final Later lights;

    private record Wires(PulseListener pulses, ReaderLights lights) {}

    /// The two lines of a reader, taken.
    private record Levels(GpioChip.TimedLines lines, int zero, int one) {
        @Nullable Boolean isHigh(int line) {
            try {
                return lines.isHigh(line);
            } catch (UncheckedIOException e) {
                LOG.log(System.Logger.Level.WARNING, "the line of a reader cannot be read", e);
                return null;
            }
        }
    }

    private WiegandReaders(Later gaps, Later lights) {
        this.gaps = gaps;
        this.lights = lights;
    }

    /// Listens to readers that hang on the board's own chip with all their wires.
    ///
    /// @throws UncheckedIOException if a line is not there, or is taken
    public static WiegandReaders connect(
            Site site, List<ReaderPlan> plans, GpioChip board, ReaderListener listener) {
        return connect(
                site,
                plans,
                board,
                name -> {
                    if (!name.equals(PinPlan.BOARD)) {
                        throw new UncheckedIOException(
                                new IOException("this hardware has no chip " + name));
                    }
                    return board;
                },
                listener);
    }

    /// Listens to readers whose lights and buzzers may hang on other chips.
    ///
    /// @param board the chip whose lines are listened to
    /// @param chips the chip of each name that the wiring table uses
    /// @throws UncheckedIOException if a line is not there, or is taken
    public static WiegandReaders connect(
            Site site,
            List<ReaderPlan> plans,
            GpioChip board,
            Function<String, GpioChip> chips,
            ReaderListener listener) {
        Later gaps = Later.thread("wiegand");
        Later lights = Later.thread("reader-lights");
        return connect(site, plans, board, chips, listener, gaps, lights);
    }

    /// As before, with threads of somebody's own.
    static WiegandReaders connect(
            Site site,
            List<ReaderPlan> plans,
            GpioChip board,
            Function<String, GpioChip> chips,
            ReaderListener listener,
            Later gaps,
            Later lights) {
        WiegandReaders readers = new WiegandReaders(gaps, lights);
        try {
            plans.forEach(plan -> readers.add(site, plan, board, chips, listener));
            return readers;
        } catch (UncheckedIOException e) {
            readers.close();
            throw e;
        }
    }

    private void add(
            Site site,
            ReaderPlan plan,
            GpioChip board,
            Function<String, GpioChip> chips,
            ReaderListener listener) {
        PinPlan zeros = pin(site, plan, PointRole.D0);
        PinPlan ones = pin(site, plan, PointRole.D1);
        ReaderTrouble trouble = new ReaderTrouble(plan.id(), listener);
        PulseListener pulses =
                new PulseListener(
                        plan.id(),
                        ones.line(),
                        new FrameAssembler(plan.keypad()),
                        gaps,
                        listener,
                        trouble);
        ReaderLights shown = new ReaderLights(site, plan.id(), chips, lights, trouble);
        readers.put(plan.id(), new Wires(pulses, shown));
        GpioChip.TimedLines lines =
                board.timed(List.of(zeros.line(), ones.line()), zeros.pull(), pulses);
        levels.put(plan.id(), new Levels(lines, zeros.line(), ones.line()));
    }

    private static PinPlan pin(Site site, ReaderPlan plan, PointRole role) {
        PointName point = PointName.of(plan.id(), role);
        return site.pin(point)
                .orElseThrow(() -> new IllegalArgumentException("no line for " + point));
    }

    /// How many frames a reader has sent, and how many of them were refused.
    public FrameCounts counts(ReaderId reader) {
        return found(reader).pulses().counts();
    }

    /// How each reader is now.
    public List<ReaderState> states() {
        return readers.keySet().stream().map(this::state).toList();
    }

    private ReaderState state(ReaderId reader) {
        PulseListener pulses = found(reader).pulses();
        FrameCounts counts = pulses.counts();
        Levels now = levels.get(reader);
        return new ReaderState.OnWires(
                reader,
                now == null ? null : now.isHigh(now.zero()),
                now == null ? null : now.isHigh(now.one()),
                counts.whole(),
                counts.edgesLost(),
                counts.tooShort(),
                counts.tooLong(),
                counts.badTiming(),
                pulses.lastRefusedBits());
    }

    @Override
    public void show(ReaderId reader, ReaderFeedback feedback) {
        found(reader).lights().show(feedback);
    }

    @Override
    public boolean areLive() {
        return gaps.isLive() && lights.isLive();
    }

    /// Frames are told no more, and lights and buzzers are off.
    @Override
    public void close() {
        gaps.close();
        lights.close();
        readers.values().forEach(wires -> wires.lights().dark());
    }

    private Wires found(ReaderId reader) {
        Wires found = readers.get(reader);
        if (found == null) {
            throw new IllegalArgumentException("no reader " + reader + " on wires");
        }
        return found;
    }
}
