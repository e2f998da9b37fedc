package org.menfang.sim.proxy;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// What all connections through a proxy share: the fault of the moment, and how long the line is
/// busy in each direction.
final class Line {
    private static final double NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Map<Direction, Long> freeAtNanos = new EnumMap<>(Direction.class);
    private Spell spell = new Spell(0, new FaultMode.Pass());

    final AtomicLong bytesToServer = new AtomicLong();
    final AtomicLong bytesToClient = new AtomicLong();
    final AtomicLong bytesSwallowed = new AtomicLong();
    final AtomicLong bitsTurned = new AtomicLong();
    final AtomicLong resets = new AtomicLong();

    synchronized Spell spell() {
        return spell;
    }

    synchronized void begin(FaultMode mode) {
        spell = new Spell(spell.number() + 1, mode);
        freeAtNanos.clear();
        notifyAll();
    }

    /// @return whether the time came; false if the fault changed before
    synchronized boolean awaitTime(long nanos, Spell during) throws InterruptedException {
        long left = nanos - System.nanoTime();
        while (left > 0 && spell.isSame(during)) {
            // Rounded up, so that nothing goes too early.
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            left = nanos - System.nanoTime();
        }
        return spell.isSame(during);
    }

    /// Waits for another fault.
    synchronized void awaitChange(Spell during) throws InterruptedException {
        while (spell.isSame(during)) {
            wait();
        }
    }

    /// Waits until the line has carried so many bytes.
    ///
    /// @return whether it has; false if the fault changed before
    boolean carry(Direction direction, int bytes, int bytesPerSecond, Spell during)
            throws InterruptedException {
        long done;
        synchronized (this) {
            long now = System.nanoTime();
            long free = freeAtNanos.getOrDefault(direction, now);
            // Time in which nothing was sent is lost, as on a real line.
            done = Math.max(free, now) + (long) (bytes * NANOS_A_SECOND / bytesPerSecond);
            if (spell.isSame(during)) {
                freeAtNanos.put(direction, done);
            }
        }
        return awaitTime(done, during);
    }

    void count(Direction direction, int bytes) {
        switch (direction) {
            case TO_SERVER -> bytesToServer.addAndGet(bytes);
            case TO_CLIENT -> bytesToClient.addAndGet(bytes);
        }
    }
}
