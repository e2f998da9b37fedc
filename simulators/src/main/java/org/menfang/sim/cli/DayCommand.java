package org.menfang.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.sim.Simulation;
import org.menfang.sim.SimulationResult;
import org.menfang.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs days of the compound in virtual time.
@Command(
        name = "day",
        description = {
            "在虚拟时间里跑一天或几天，检查每条承诺。",
            "Runs days of the compound in virtual time, and checks every promise."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitStatus.WRONG_USE,
        exitCodeOnExecutionException = ExitStatus.INTERNAL,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every promise was kept", "1:one was not", "64:wrong use"})
final class DayCommand implements Callable<Integer> {
    private static final int DAYS_MAX = 366;
    private static final double NANOS_A_SECOND = 1e9;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
    private long seed;

    @Option(names = "--days", defaultValue = "1", paramLabel = "D")
    private int days;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "where to write every deed and every event")
    private @Nullable Path trace;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (days < 1 || days > DAYS_MAX) {
            spec.commandLine().getErr().println("--days lies between 1 and " + DAYS_MAX);
            return ExitStatus.WRONG_USE;
        }
        Site site = ExampleSite.load();
        long began = System.nanoTime();
        SimulationResult result = new Simulation(site, new SuncalcSunTimes(), seed).run(days);
        double seconds = (System.nanoTime() - began) / NANOS_A_SECOND;
        tell(result, seconds, spec.commandLine().getOut());
        if (trace != null) {
            Files.writeString(trace, result.trace());
        }
        return result.violations().isEmpty() ? ExitStatus.FINE : ExitStatus.BROKEN_PROMISE;
    }

    private void tell(SimulationResult result, double seconds, PrintWriter out) {
        out.printf("seed %d, %d day(s), %.1f s%n", seed, result.days(), seconds);
        out.println("what people did:");
        result.deeds().forEach((deed, count) -> out.printf("%8d  %s%n", count, deed));
        out.println("what the gate wrote:");
        result.events().forEach((event, count) -> out.printf("%8d  %s%n", count, event));
        result.violations().forEach(violation -> out.println("BROKEN: " + violation));
        out.println(
                result.violations().isEmpty()
                        ? "every promise was kept"
                        : result.violations().size()
                                + " promises broken; again: menfang simulate day --seed "
                                + seed
                                + " --days "
                                + days);
    }
}
