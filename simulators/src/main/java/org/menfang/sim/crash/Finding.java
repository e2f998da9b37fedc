package org.menfang.sim.crash;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with a data folder after a cut.
final class Finding {
    private final List<String> corrupt = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private long lostCount;

    /// Something acknowledged is not there.
    void lost(String what, long acknowledged, long found) {
        if (found < acknowledged) {
            lost.add(what + ": " + acknowledged + " acknowledged, " + found + " found");
            lostCount += acknowledged - found;
        }
    }

    /// Something is there that cannot be right.
    void corrupt(String what) {
        corrupt.add(what);
    }

    void corruptUnless(boolean right, String what) {
        if (!right) {
            corrupt.add(what);
        }
    }

    long lostCount() {
        return lostCount;
    }

    boolean isCorrupt() {
        return !corrupt.isEmpty();
    }

    boolean isClean() {
        return corrupt.isEmpty() && lost.isEmpty();
    }

    @Override
    public String toString() {
        List<String> all = new ArrayList<>(lost);
        all.addAll(corrupt);
        return String.join("; ", all);
    }
}
