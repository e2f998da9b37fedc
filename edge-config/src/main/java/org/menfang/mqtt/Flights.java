package org.menfang.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The messages of one connection that the broker has not answered, oldest first.
///
/// A broker that answers calls but forgets one message would leave its sender waiting for ever, so
/// the oldest is watched. Any thread may call.
final class Flights {
    /// The slowest line that a message is given time for.
    private static final long SLOWEST_BYTES_A_SECOND = 4_000;

    private final Duration answerWait;
    private final NavigableMap<Long, Flight> open = new TreeMap<>();
    private long sent;
    private long lastAnswered;
    private long busySinceNanos;
    private long heardBytesThen;

    /// @param answerWait how long the broker may take for an answer, beside what the line takes
    Flights(Duration answerWait) {
        this.answerWait = answerWait;
    }

    /// One message on its way.
    final class Flight {
        private final long number;
        private final long since;
        private final long bytes;
        private final Consumer<Delivery> whenDone;

        private Flight(long number, long since, long bytes, Consumer<Delivery> whenDone) {
            this.number = number;
            this.since = since;
            this.bytes = bytes;
            this.whenDone = whenDone;
        }

        /// It is answered, or lost. Only the first word counts.
        void land(Delivery delivery) {
            if (remove(this)) {
                whenDone.accept(delivery);
            }
        }
    }

    /// A message leaves.
    ///
    /// @param bytes its size at most
    /// @param whenDone hears exactly once what became of it
    synchronized Flight begin(long nowNanos, long bytes, Consumer<Delivery> whenDone) {
        sent++;
        Flight flight = new Flight(sent, nowNanos, bytes, whenDone);
        open.put(flight.number, flight);
        return flight;
    }

    /// Whether the oldest message will not be answered any more: its time is over, and the broker
    /// either answered a later one or had nothing large to send meanwhile.
    ///
    /// @param heardBytes how much the broker has sent since the connection stands
    synchronized boolean isStuck(long nowNanos, long heardBytes) {
        if (open.isEmpty()) {
            busySinceNanos = nowNanos;
            heardBytesThen = heardBytes;
            return false;
        }
        Flight oldest = open.firstEntry().getValue();
        if (nowNanos - oldest.since <= patienceNanos()) {
            return false;
        }
        if (lastAnswered > oldest.number) {
            return true;
        }
        if (heardBytes - heardBytesThen >= Room.BUSY_BYTES_MIN) {
            busySinceNanos = nowNanos;
            heardBytesThen = heardBytes;
            return false;
        }
        return nowNanos - busySinceNanos > answerWait.toNanos();
    }

    /// Ends all.
    void landAll(Delivery delivery) {
        List<Flight> all;
        synchronized (this) {
            all = new ArrayList<>(open.values());
        }
        all.forEach(flight -> flight.land(delivery));
    }

    /// Waits until none is left.
    synchronized void awaitNone(Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (!open.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private long patienceNanos() {
        long bytes = open.values().stream().mapToLong(flight -> flight.bytes).sum();
        return answerWait.plusMillis(bytes * 1_000 / SLOWEST_BYTES_A_SECOND).toNanos();
    }

    private synchronized boolean remove(Flight flight) {
        if (open.remove(flight.number) == null) {
            return false;
        }
        lastAnswered = Math.max(lastAnswered, flight.number);
        notifyAll();
        return true;
    }
}
