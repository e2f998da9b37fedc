package org.menfang.sim.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.HdrHistogram.Histogram;
import org.menfang.gate.rule.AccessTable;
import org.menfang.json.Json;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.site.Site;

/// How long it takes to load a rule set with every rule in it, and what people at the gate notice
/// while a changed one comes: read, checked and made into a table by a thread of its own, then
/// swapped in between two decisions.
final class SwapBench {
    private static final int ROUNDS = 5;

    private final Site site;
    private final int credentials;
    private final int cards;

    SwapBench(Site site, int credentials, int cards) {
        this.site = site;
        this.credentials = credentials;
        this.cards = cards;
    }

    List<Figure> run() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        long before = usedBytes();
        PackedRules first = packed(1);
        long begun = System.nanoTime();
        AccessTable table = load(first);
        figures.add(
                Figure.told(
                        String.format(
                                "rule set read, checked and ready, %,d credentials", credentials),
                        Figure.millis(System.nanoTime() - begun)));
        figures.add(
                Figure.told(
                        "  heap that it fills, its packed text included",
                        String.format("%,d MB", (usedBytes() - before) >> 20)));
        DecisionBench gate = new DecisionBench(site, table);
        figures.add(gate.run("every rule on", cards));
        figures.addAll(swap(gate));
        return figures;
    }

    private List<Figure> swap(DecisionBench gate) throws IOException, InterruptedException {
        Histogram meanwhile = new Histogram(3);
        Histogram swaps = new Histogram(3);
        Histogram loads = new Histogram(3);
        for (int round = 1; round <= ROUNDS; round++) {
            PackedRules changed = packed(1L + round);
            FutureTask<AccessTable> coming = new FutureTask<>(() -> load(changed));
            long begun = System.nanoTime();
            Thread.ofPlatform().name("rules").daemon().start(coming);
            while (!coming.isDone()) {
                meanwhile.recordValue(gate.decide());
            }
            loads.recordValue(System.nanoTime() - begun);
            swaps.recordValue(gate.replace(done(coming)));
        }
        return List.of(
                Figure.below(
                        String.format(
                                "decision while a changed set comes, p99 of %,d",
                                meanwhile.getTotalCount()),
                        meanwhile.getValueAtPercentile(99),
                        DecisionBench.REACH_NANOS),
                Figure.told("  the longest of them", Figure.micros(meanwhile.getMaxValue())),
                Figure.told(
                        "  the coming of the set, the longest of " + ROUNDS,
                        Figure.millis(loads.getMaxValue())),
                Figure.below(
                        "  the swap itself, the longest of " + ROUNDS,
                        swaps.getMaxValue(),
                        DecisionBench.REACH_NANOS));
    }

    private static AccessTable done(FutureTask<AccessTable> coming) throws InterruptedException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the changed set could not be loaded", e);
        }
    }

    private PackedRules packed(long version) throws IOException {
        byte[] text = Json.write(EveryRule.of(site, credentials, version));
        return PackedRules.pack(new ByteArrayInputStream(text));
    }

    /// What a gate does with a set that came.
    private AccessTable load(PackedRules packed) {
        return switch (packed.unpack(site).check()) {
            case RuleSetCheck.Good good -> AccessTable.of(site, good.rules());
            case RuleSetCheck.Bad bad -> throw new IllegalStateException("" + bad.faults());
        };
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
