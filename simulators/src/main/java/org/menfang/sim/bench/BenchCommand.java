package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `menfang bench`: measures and prints.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "测量并打印数字，与目标并列。",
            "Measures, and prints each figure beside what it is to reach."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int[] CREDENTIALS = {10_000, 250_000};

    @Parameters(arity = "0..*", description = "decision, lock; nothing for all")
    private List<String> names = List.of();

    @Option(
            names = "--data",
            description = "a folder on the disk that is to be measured; a temporary one without it")
    private @Nullable Path data;

    @Option(
            names = "--cards",
            description = "how many cards are measured (${DEFAULT-VALUE})",
            defaultValue = "10000")
    private int cards;

    public BenchCommand() {}

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        PrintStream out = System.out;
        Path folder =
                data == null
                        ? Files.createTempDirectory("menfang-bench")
                        : Files.createDirectories(data);
        FigureTable table = new FigureTable(out);
        table.head();
        Site site = site();
        for (int credentials : CREDENTIALS) {
            if (wants("decision")) {
                table.print(new DecisionBench(site, credentials, cards * 10).run());
            }
            if (wants("lock")) {
                new CardToLockBench(site, credentials, cards, folder).run().forEach(table::print);
            }
        }
        return 0;
    }

    private boolean wants(String name) {
        return names.isEmpty() || names.contains(name);
    }

    private static Site site() throws IOException {
        Path file =
                Path.of(System.getProperty("menfang.home", "."))
                        .resolve("edge-config/sites/clinic.yaml");
        return switch (SiteFiles.check(file)) {
            case SiteCheck.Good good -> good.site();
            case SiteCheck.Bad bad ->
                    throw new IOException(file + " is no site file: " + bad.faults());
        };
    }
}
