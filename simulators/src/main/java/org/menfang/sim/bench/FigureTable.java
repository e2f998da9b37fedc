package org.menfang.sim.bench;

import java.io.PrintStream;

/// Prints figures side by side, as they come.
final class FigureTable {
    private static final String ROW = "%-74s %14s %16s %7s%n";

    private final PrintStream out;

    FigureTable(PrintStream out) {
        this.out = out;
    }

    void head() {
        out.printf(ROW, "what", "measured", "reach", "ratio");
    }

    void title(BenchName bench) {
        out.println(bench + ":");
    }

    void print(Figure figure) {
        out.printf(ROW, "  " + figure.what(), figure.measured(), figure.reach(), figure.ratio());
    }
}
