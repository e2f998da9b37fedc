package org.menfang.sim.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.sim.Shrinker;
import org.menfang.sim.Simulation;
import org.menfang.sim.SimulationPlan;
import org.menfang.sim.SimulationResult;
import org.menfang.sim.bug.PlantedBug;
import org.menfang.sim.compound.Seams;
import org.menfang.sim.fault.FaultName;
import org.menfang.sim.fault.FaultPlan;
import org.menfang.site.Site;
import picocli.CommandLine.Option;

/// Runs days of the compound in virtual time, as the options of `simulate` say.
final class SimulationRun {
    private static final int HOUSEHOLDS = 300;
    private static final int OUT_PERCENT = 10;
    private static final double NANOS_A_SECOND = 1e9;

    @Option(
            names = "--seed",
            paramLabel = "N",
            required = true,
            description = {
                "种子：同一种子，同一天，一字不差",
                "the seed: the same seed, the same days, to the byte"
            })
    private long seed;

    @Option(names = "--days", defaultValue = "1", paramLabel = "D", description = "1-366")
    private int days;

    @Option(names = "--gates", defaultValue = "3", paramLabel = "G", description = "1-12")
    private int gates;

    @Option(
            names = "--faults",
            defaultValue = "all",
            split = ",",
            paramLabel = "NAME",
            description = {"故障：all、none 或名称", "all, none, or names such as power-cut,link-lost"})
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--bug",
            paramLabel = "NAME",
            description = {"植入一个错误，看检查能否发现", "plants a mistake that the checks must notice"})
    private @Nullable String bug;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "where to write every deed, event and fault")
    private @Nullable Path trace;

    int run(PrintWriter out, PrintWriter err) throws IOException {
        Optional<FaultPlan> wanted = faults(err);
        if (wanted.isEmpty()) {
            return ExitStatus.WRONG_USE;
        }
        SimulationPlan plan;
        try {
            plan =
                    new SimulationPlan(
                            seed, days, gates, HOUSEHOLDS, OUT_PERCENT, wanted.orElseThrow());
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return ExitStatus.WRONG_USE;
        }
        Site site = ExampleSite.load();
        Optional<Seams> seams = seams(site, err);
        if (seams.isEmpty()) {
            return ExitStatus.WRONG_USE;
        }
        long began = cpuNanos();
        SimulationResult result = simulate(plan, site, seams.orElseThrow());
        tell(result, (cpuNanos() - began) / NANOS_A_SECOND, out);
        if (result.violations().isEmpty()) {
            return ExitStatus.FINE;
        }
        tellSmaller(result, site, seams.orElseThrow(), out);
        return ExitStatus.BROKEN_PROMISE;
    }

    /// What else went wrong in the smaller one does not matter, as long as the same promise breaks.
    private static void tellSmaller(
            SimulationResult failed, Site site, Seams seams, PrintWriter out) {
        String promise = failed.violations().getFirst().promise();
        SimulationPlan smallest =
                new Shrinker(
                                tried ->
                                        simulate(tried, site, seams, Writer.nullWriter())
                                                .violations()
                                                .stream()
                                                .anyMatch(each -> each.promise().equals(promise)),
                                tried -> out.println("trying " + tried.command()))
                        .shrink(failed.plan());
        out.println("the smallest that breaks \"" + promise + "\": " + smallest.command());
    }

    private Optional<Seams> seams(Site site, PrintWriter err) {
        String name = bug;
        if (name == null) {
            return Optional.of(Seams.NONE);
        }
        Optional<PlantedBug> planted = PlantedBug.of(name);
        if (planted.isEmpty()) {
            err.println("no bug \"" + name + "\"; there are: " + PlantedBug.words());
        }
        return planted.map(each -> each.in(site));
    }

    private SimulationResult simulate(SimulationPlan plan, Site site, Seams seams)
            throws IOException {
        Path file = trace;
        if (file == null) {
            return simulate(plan, site, seams, Writer.nullWriter());
        }
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            return simulate(plan, site, seams, lines);
        }
    }

    private static SimulationResult simulate(
            SimulationPlan plan, Site site, Seams seams, Writer lines) {
        return new Simulation(plan, site, new SuncalcSunTimes(), seams, lines).run();
    }

    private Optional<FaultPlan> faults(PrintWriter err) {
        if (faults.equals(List.of("all"))) {
            return Optional.of(FaultPlan.all());
        }
        if (faults.equals(List.of("none"))) {
            return Optional.of(FaultPlan.none());
        }
        Set<FaultName> named = EnumSet.noneOf(FaultName.class);
        for (String word : faults) {
            Optional<FaultName> fault = FaultName.of(word);
            if (fault.isEmpty()) {
                err.println("no fault \"" + word + "\"; there are: " + FaultName.words());
                return Optional.empty();
            }
            named.add(fault.orElseThrow());
        }
        return Optional.of(new FaultPlan(named));
    }

    /// What this thread has used of a processor.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void tell(SimulationResult result, double seconds, PrintWriter out) {
        SimulationPlan plan = result.plan();
        out.printf(
                "seed %d, %d day(s), %d gate(s), %.1f s of a processor: %.1f gate-days a second%n",
                plan.seed(),
                plan.days(),
                plan.gates(),
                seconds,
                plan.days() * plan.gates() / seconds);
        out.println("what people did:");
        result.deeds().forEach((deed, count) -> out.printf("%8d  %s%n", count, deed));
        out.println("what the gates wrote:");
        result.events().forEach((event, count) -> out.printf("%8d  %s%n", count, event));
        out.println("what went wrong on purpose:");
        result.faults().forEach((fault, count) -> out.printf("%8d  %s%n", count, fault));
        result.violations().forEach(violation -> out.println("BROKEN: " + violation));
        out.println("trace " + result.traceHash());
        out.println(
                result.violations().isEmpty()
                        ? "every promise was kept"
                        : result.violations().size()
                                + " promises broken; again: "
                                + plan.command());
    }
}
