package org.menfang.sim.crash;

import java.io.PrintWriter;

/// Prints what came of cuts, one line a kind.
final class CrashTable {
    private final PrintWriter out;

    CrashTable(PrintWriter out) {
        this.out = out;
    }

    void head() {
        out.printf(
                "%-24s %6s %13s %6s %8s %14s %14s %8s%n",
                "power cuts",
                "cuts",
                "acknowledged",
                "lost",
                "corrupt",
                "unsynced bytes",
                "of them lost",
                "seconds");
        out.flush();
    }

    /// @return whether every promise was kept
    boolean print(Tally tally) {
        out.printf(
                "%-24s %,6d %,13d %,6d %,8d %,14d %,14d %8.1f%n",
                tally.title(),
                tally.cuts(),
                tally.acknowledged(),
                tally.lost(),
                tally.corrupt(),
                tally.bytesUnsynced(),
                tally.bytesLost(),
                tally.seconds());
        tally.failures().forEach(failure -> out.println("BROKEN: " + failure));
        out.flush();
        return tally.failures().isEmpty();
    }

    void headOfKills() {
        out.printf(
                "%-24s %6s %9s %8s %9s %6s %6s %8s%n",
                "kills", "kills", "in batch", "deeds", "events", "lost", "left", "seconds");
        out.flush();
    }

    /// @return whether every promise was kept
    boolean print(KillTally tally) {
        out.printf(
                "%-24s %,6d %,9d %,8d %,9d %,6d %,6d %8.1f%n",
                tally.title(),
                tally.kills(),
                tally.inBatch(),
                tally.deeds(),
                tally.events(),
                tally.lost(),
                tally.leftFiles(),
                tally.seconds());
        tally.failures().forEach(failure -> out.println("BROKEN: " + failure));
        out.flush();
        return tally.failures().isEmpty();
    }
}
