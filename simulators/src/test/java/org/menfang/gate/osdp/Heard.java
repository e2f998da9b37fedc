package org.menfang.gate.osdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.vocabulary.ReaderId;

/// What readers delivered, in order, and how they are.
final class Heard implements ReaderListener, StatusListener {
    private static final long LOOK_MILLIS = 20;

    private final Map<ReaderId, List<String>> reads = new TreeMap<>();
    private final Map<ReaderId, ReaderStatus> statuses = new TreeMap<>();
    private final List<ReaderFault> faults = new ArrayList<>();

    @Override
    public synchronized void onCard(ReaderId reader, CardBits bits) {
        add(reader, bits.bits());
    }

    @Override
    public synchronized void onKey(ReaderId reader, Key key) {
        add(reader, key.toString());
    }

    @Override
    public synchronized void onText(ReaderId reader, String text) {
        add(reader, text);
    }

    @Override
    public synchronized void onStatus(ReaderId reader, ReaderStatus status) {
        statuses.put(reader, status);
        ReaderFault fault = status.fault();
        if (fault != null) {
            faults.add(fault);
        }
        notifyAll();
    }

    @Override
    public synchronized void onFailed(ReaderId reader, String why) {
        notifyAll();
    }

    @Override
    public synchronized void onRecovered(ReaderId reader) {
        notifyAll();
    }

    @Override
    public synchronized void onTamper(ReaderId reader, boolean active) {
        notifyAll();
    }

    synchronized List<String> reads(ReaderId reader) {
        return List.copyOf(reads.getOrDefault(reader, List.of()));
    }

    synchronized ReaderStatus status(ReaderId reader) {
        return statuses.getOrDefault(reader, ReaderStatus.UNKNOWN);
    }

    /// Every fault that was ever told.
    synchronized List<ReaderFault> faults() {
        return List.copyOf(faults);
    }

    /// Returns once something holds; the test's own time limit ends it otherwise. Not everything is
    /// told, so it looks by itself, too.
    synchronized void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            wait(LOOK_MILLIS);
        }
    }

    private void add(ReaderId reader, String what) {
        reads.computeIfAbsent(reader, none -> new ArrayList<>()).add(what);
        notifyAll();
    }
}
