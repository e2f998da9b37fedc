package org.menfang.gate.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.wire.EventPosition;

/// An inbox that a test reads.
final class RecordingInbox implements Inbox {
    private static final int WAIT_SECONDS_MAX = 60;

    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();

    @Override
    public void offer(Input input) {
        inputs.add(input);
    }

    /// The next input.
    Input next() {
        try {
            Input input = inputs.poll(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
            if (input == null) {
                throw new AssertionError("no input came");
            }
            return input;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The next input of a kind; those before it are passed over.
    <T extends Input> T next(Class<T> kind) {
        return kind.cast(until(kind::isInstance).getLast());
    }

    /// All inputs up to the one that is looked for.
    List<Input> until(Predicate<Input> found) {
        List<Input> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!found.test(all.getLast()));
        return all;
    }

    /// All inputs until an event is durable.
    List<Input> untilCommitted(EventPosition position) {
        return until(input ->
                input instanceof Input.JournalCommitted(EventPosition upTo)
                        && upTo.stream() == position.stream()
                        && upTo.seq() >= position.seq());
    }

    boolean isEmpty() {
        return inputs.isEmpty();
    }
}
