package org.menfang.sim.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Cuts the power of programs many times, and counts what that did to them.
public final class CutRig {
    /// One data folder goes through so many cuts, and then a fresh one is begun.
    public static final int CUTS_A_LIFE = 5;

    private static final int LANES = 2;
    private static final int CONTROL_CUTS_MAX = 12;
    private static final double NANOS_A_SECOND = 1e9;

    private final PowerCutShim shim;
    private final Path folder;

    /// @param folder of the rig's own; what failed stays in it
    public CutRig(PowerCutShim shim, Path folder) {
        this.shim = shim;
        this.folder = folder;
    }

    /// Cuts the program as it is.
    ///
    /// @param seed of the first data folder; each further one has the next
    public Tally run(Victim victim, int cuts, long seed)
            throws IOException, InterruptedException, CrashFailure {
        long begun = System.nanoTime();
        Count count = new Count();
        List<Callable<Count>> lives = new ArrayList<>();
        for (int done = 0; done < cuts; done += CUTS_A_LIFE) {
            int cutsHere = Math.min(CUTS_A_LIFE, cuts - done);
            long own = seed + done / CUTS_A_LIFE;
            lives.add(() -> live(victim, own, cutsHere));
        }
        all(lives).forEach(count::add);
        return count.tally(victim.title(), begun);
    }

    private static <T> List<T> all(List<Callable<T>> works)
            throws InterruptedException, IOException, CrashFailure {
        List<T> results = new ArrayList<>();
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            for (Future<T> work : lanes.invokeAll(works)) {
                results.add(result(work));
            }
        }
        return results;
    }

    private static <T> T result(Future<T> work)
            throws InterruptedException, IOException, CrashFailure {
        try {
            return work.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException fault -> throw fault;
                case CrashFailure fault -> throw fault;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private Count live(Victim victim, long seed, int cuts)
            throws IOException, InterruptedException, CrashFailure {
        Path own = folder.resolve(victim.name() + "-" + seed);
        Folders.remove(own);
        CutLife life = new CutLife(victim, shim, own, seed, null);
        Count count = new Count();
        for (int cut = 1; cut <= cuts; cut++) {
            CutLife.Outcome outcome = life.cut();
            count.take(outcome);
            if (!outcome.finding().isClean()) {
                count.failed(victim, seed, cut, outcome, own);
                count.acknowledged(life);
                return count;
            }
        }
        count.acknowledged(life);
        Folders.remove(own);
        return count;
    }

    /// Every control of these programs: `NORMAL` must lose something, `OFF` must corrupt something.
    public List<Tally> controls(List<Victim> victims, long seed)
            throws IOException, InterruptedException, CrashFailure {
        List<Callable<Tally>> controls = new ArrayList<>();
        for (Victim victim : victims) {
            controls.add(() -> control(victim, "NORMAL", seed));
            controls.add(() -> control(victim, "OFF", seed));
        }
        return all(controls);
    }

    /// Cuts a program whose database was weakened, until that shows; or in vain, and then this rig
    /// would not see it in the program as it is either.
    private Tally control(Victim victim, String synchronous, long seed)
            throws IOException, InterruptedException, CrashFailure {
        boolean mustCorrupt = synchronous.equals("OFF");
        long begun = System.nanoTime();
        Count count = new Count();
        while (count.cuts < CONTROL_CUTS_MAX && (mustCorrupt ? count.corrupt : count.lost) == 0) {
            Path own = folder.resolve("control-" + victim.name() + "-" + synchronous);
            Folders.remove(own);
            CutLife life = new CutLife(victim, shim, own, seed + count.cuts, synchronous);
            count.take(life.cut());
            count.acknowledged(life);
            Folders.remove(own);
        }
        if ((mustCorrupt ? count.corrupt : count.lost) == 0) {
            count.failures.add(
                    "the control synchronous=" + synchronous + " lost nothing: the rig is blind");
        }
        return count.tally(victim.title() + ", " + synchronous, begun);
    }

    private static final class Count {
        private int cuts;
        private long acknowledged;
        private long lost;
        private int corrupt;
        private long bytesUnsynced;
        private long bytesLost;
        private final List<String> failures = new ArrayList<>();

        void take(CutLife.Outcome outcome) {
            cuts++;
            lost += outcome.finding().lostCount();
            corrupt += outcome.finding().isCorrupt() ? 1 : 0;
            bytesUnsynced += outcome.report().bytesUnsynced();
            bytesLost += outcome.report().bytesLost();
        }

        void acknowledged(CutLife life) {
            acknowledged += life.acknowledged();
        }

        void failed(Victim victim, long seed, int cut, CutLife.Outcome outcome, Path own) {
            failures.add(
                    "%s, cut %d: %s (%s). Again: ./menfang crash --victim %s --cuts %d --seed %d; left in %s"
                            .formatted(
                                    victim.title(),
                                    cut,
                                    outcome.finding(),
                                    outcome.report().line(),
                                    victim,
                                    cut,
                                    seed,
                                    own));
        }

        void add(Count other) {
            cuts += other.cuts;
            acknowledged += other.acknowledged;
            lost += other.lost;
            corrupt += other.corrupt;
            bytesUnsynced += other.bytesUnsynced;
            bytesLost += other.bytesLost;
            failures.addAll(other.failures);
        }

        Tally tally(String title, long begun) {
            return new Tally(
                    title,
                    cuts,
                    acknowledged,
                    lost,
                    corrupt,
                    bytesUnsynced,
                    bytesLost,
                    (System.nanoTime() - begun) / NANOS_A_SECOND,
                    failures);
        }
    }
}
