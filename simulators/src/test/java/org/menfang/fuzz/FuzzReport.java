package org.menfang.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/// What a run of the fuzzer says: a line for each reader, and each fault with the command that
/// repeats it.
final class FuzzReport {
    private static final int TRACE_LINES_MAX = 12;
    private static final int LOG_LINES_MAX = 30;

    private final PrintWriter out;

    FuzzReport(PrintWriter out) {
        this.out = out;
    }

    void print(List<FuzzProcess.Outcome> outcomes) throws IOException {
        out.println("reader                          inputs      CPU s");
        long inputs = 0;
        int readers = 0;
        for (FuzzProcess.Outcome outcome : outcomes) {
            for (FuzzProcess.Count count : outcome.counts()) {
                out.printf(
                        Locale.ROOT,
                        "%-26s %11d %10.1f%n",
                        count.target(),
                        count.inputs(),
                        count.cpuMillis() / 1_000.0);
                inputs += count.inputs();
                readers++;
            }
        }
        out.printf(Locale.ROOT, "%d readers, %d inputs%n", readers, inputs);
        for (FuzzProcess.Outcome outcome : outcomes) {
            printFaults(outcome);
        }
    }

    private void printFaults(FuzzProcess.Outcome outcome) throws IOException {
        for (FuzzProcess.Fault fault : outcome.faults()) {
            out.println();
            out.println("FAULT in " + fault.target());
            fault.trace().lines().limit(TRACE_LINES_MAX).forEach(line -> out.println("  " + line));
            out.println("again: ./menfang fuzz --reader " + fault.target() + " --input <<'INPUT'");
            out.println(fault.input());
            out.println("INPUT");
        }
        if (outcome.status() != 0 && outcome.faults().isEmpty()) {
            out.println();
            out.println("the fuzzer itself ended with " + outcome.status() + ":");
            List<String> log = Files.readAllLines(outcome.log(), StandardCharsets.ISO_8859_1);
            log.subList(Math.max(0, log.size() - LOG_LINES_MAX), log.size()).forEach(out::println);
        }
    }
}
