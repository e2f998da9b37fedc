package org.menfang.sim.bench;

import java.io.PrintStream;

/// Prints figures side by side, as they come.
final class FigureTable {
    private static final String ROW = "%-74s %14s %16s %7s";

    private final PrintStream out;

    FigureTable(PrintStream out) {
        this.out = out;
    }

    void head() {
        out.println(ROW.formatted("what", "measured", "reach", "ratio"));
    }

    void title(BenchName bench) {
        out.println(bench + ":");
    }

    void print(Figure figure) {
        String row =
                ROW.formatted(
                        "  " + figure.what(), figure.measured(), figure.reach(), figure.ratio());
        out.println(row.stripTrailing());
    }
}
