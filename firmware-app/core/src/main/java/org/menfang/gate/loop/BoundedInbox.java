package org.menfang.gate.loop;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Input;
import org.menfang.gate.Limits;
import org.menfang.gate.port.Inbox;

/// An inbox of two lanes. What readers deliver has a short lane and is dropped when that is full; a
/// person shows the card again. Everything else has a long lane, ahead of it. What is dropped is
/// counted, and the count is told as an input of its own.
public final class BoundedInbox implements Inbox {
    private final Lane readers = new Lane(Limits.READER_INPUTS_MAX);
    private final Lane others = new Lane(Limits.INBOX_INPUTS_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private final Semaphore arrivals = new Semaphore(0);

    public BoundedInbox() {}

    @Override
    public void offer(Input input) {
        boolean taken = (isOfReader(input) ? readers : others).offer(input);
        if (!taken) {
            dropped.incrementAndGet();
        }
        if (arrivals.availablePermits() == 0) {
            arrivals.release();
        }
    }

    private static boolean isOfReader(Input input) {
        return input instanceof Input.CardRead
                || input instanceof Input.KeyPressed
                || input instanceof Input.CodeRead;
    }

    /// Waits until there is an input, or the time is over.
    public void awaitInput(Duration atMost) throws InterruptedException {
        if (isEmpty()) {
            arrivals.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
        arrivals.drainPermits();
    }

    public boolean isEmpty() {
        return readers.isEmpty() && others.isEmpty() && dropped.get() == 0;
    }

    /// The next input that no reader delivered; none if there is none.
    @Nullable Input pollOther() {
        Input next = others.poll();
        if (next != null) {
            return next;
        }
        long count = dropped.getAndSet(0);
        return count == 0 ? null : new Input.InputsDropped(count);
    }

    /// The next input of a reader; none if there is none.
    @Nullable Input pollReader() {
        return readers.poll();
    }

    /// A queue with a bound, for many writers and one reader, without a lock.
    private static final class Lane {
        private final int inputsMax;
        private final Queue<Input> inputs = new ConcurrentLinkedQueue<>();
        private final AtomicInteger size = new AtomicInteger();

        Lane(int inputsMax) {
            this.inputsMax = inputsMax;
        }

        boolean offer(Input input) {
            if (size.incrementAndGet() > inputsMax) {
                size.decrementAndGet();
                return false;
            }
            return inputs.offer(input);
        }

        @Nullable Input poll() {
            Input next = inputs.poll();
            if (next != null) {
                size.decrementAndGet();
            }
            return next;
        }

        boolean isEmpty() {
            return inputs.isEmpty();
        }
    }
}
