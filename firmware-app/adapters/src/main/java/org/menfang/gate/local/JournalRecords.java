package org.menfang.gate.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.menfang.gate.port.StoredEvents;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.vocabulary.EventStream;

/// The records of a gate that runs, by way of its journal.
public record JournalRecords(StoredEvents events, RuleShelf shelf, HeldFile heldFile)
        implements Records {
    private static final Duration WAIT = Duration.ofSeconds(10);

    @Override
    public EventSearch event(long seq) {
        CompletableFuture<List<String>> texts = new CompletableFuture<>();
        events.read(EventStream.EVENTS, seq, seq, texts::complete);
        try {
            List<String> found = texts.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
            return found.isEmpty()
                    ? new EventSearch.NotKept()
                    : new EventSearch.Found(found.getFirst());
        } catch (TimeoutException e) {
            return new EventSearch.Unreadable("the disk does not answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it with an exception", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new EventSearch.Unreadable("interrupted");
        }
    }

    @Override
    public RuleSearch rules(long version) {
        return shelf.find(version);
    }
}
