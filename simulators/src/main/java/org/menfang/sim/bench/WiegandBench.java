package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.menfang.sim.rig.FullSpeed;
import org.menfang.sim.rig.Kernel;

/// Four readers on wires that send at once, as fast as readers do, on a real kernel: how many cards
/// come through, and whether one vanishes without a word.
///
/// Time is rough in that kernel, which is an ordinary process: the machine stretches pulses, and
/// the gate refuses what no reader sends. So only what vanishes is the gate's own figure.
final class WiegandBench {
    private static final int HEAP_MEGABYTES = 64;
    private static final int READERS = 4;
    private static final Pattern TALLY = Pattern.compile("tally (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final List<FullSpeed.Pace> PACES = List.of(FullSpeed.USUAL, FullSpeed.QUICKEST);

    private final Path folder;
    private final int cards;

    /// @param folder which it makes, and where the guest writes
    /// @param cards how many are sent at each pace, at least
    WiegandBench(Path folder, int cards) {
        this.folder = folder;
        this.cards = cards;
    }

    List<Figure> run() throws IOException, InterruptedException {
        if (!Kernel.runsHere()) {
            return InGuest.NONE;
        }
        InGuest guest = InGuest.in(folder, HEAP_MEGABYTES);
        int rounds = (cards + READERS - 1) / READERS;
        String output =
                guest.run(
                        guest.program("wiegand", FullSpeed.class.getName())
                                .command(
                                        List.of(),
                                        List.of(
                                                guest.built("hands").toString(),
                                                folder.toString(),
                                                Integer.toString(rounds))));
        List<MatchResult> tallies = TALLY.matcher(output).results().toList();
        if (tallies.size() != PACES.size()) {
            throw new IOException("the guest did not measure: " + output);
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < PACES.size(); i++) {
            figures.addAll(figures(PACES.get(i), tallies.get(i)));
        }
        return figures;
    }

    private static List<Figure> figures(FullSpeed.Pace pace, MatchResult tally) {
        String what =
                "%d readers at once, a bit each %d us, cards "
                        .formatted(READERS, pace.pulseMicros() + pace.gapMicros());
        return List.of(
                Figure.none(what + "that vanish without a word", Long.parseLong(tally.group(4))),
                Figure.told("  cards sent", tally.group(1)),
                Figure.told("  accepted", tally.group(2)),
                Figure.told("  refused and counted", tally.group(3)));
    }
}
