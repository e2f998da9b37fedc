package org.menfang.mqtt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What waits to be written to one connection.
@Timeout(60)
final class OutgoingTest {
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Outgoing outgoing = new Outgoing(10);

    @Test
    void what_was_taken_and_is_not_yet_written_still_counts() throws Exception {
        assertTrue(outgoing.offer(OutgoingMessage.to("a", new byte[1]).build(), done -> {}));
        assertInstanceOf(Outgoing.Waiting.class, outgoing.take(MOMENT));
        assertFalse(outgoing.awaitEmpty(MOMENT), "somebody still has it in hand");
        CompletableFuture<Boolean> taker =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return outgoing.take(MOMENT) == null;
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
        assertTrue(outgoing.awaitEmpty(LONG));
        assertTrue(taker.get());
    }
}
