package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkListener;

/// Keeps what a link says until the test asks.
final class HeardByLink implements LinkListener {
    private static final long PATIENCE_SECONDS = 100;

    final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    final BlockingQueue<IncomingMessage> messages = new LinkedBlockingQueue<>();

    @Override
    public void linkUp() {
        changes.add("up");
    }

    @Override
    public void linkLost(String why) {
        changes.add("lost");
    }

    @Override
    public void attemptFailed(String why) {
        changes.add("failed: " + why);
    }

    @Override
    public void messageArrived(IncomingMessage message) {
        if (new String(message.payload(), StandardCharsets.UTF_8).equals("poison")) {
            throw new IllegalArgumentException("cannot stomach it");
        }
        messages.add(message);
    }

    @Override
    public void messagePoisoned(IncomingMessage message, RuntimeException why) {
        changes.add("poisoned: " + why.getMessage());
    }

    void awaitUp() throws InterruptedException {
        await("up");
    }

    /// Waits for a change, past others.
    void await(String wanted) throws InterruptedException {
        String change;
        do {
            change = changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(change, () -> "waited in vain for " + wanted);
        } while (!change.startsWith(wanted));
    }

    IncomingMessage nextMessage() throws InterruptedException {
        IncomingMessage message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(message, "waited in vain for a message");
        return message;
    }

    /// Takes the next message, checks it and acknowledges it.
    void expect(String payload) throws InterruptedException {
        IncomingMessage message = nextMessage();
        assertEquals(payload, new String(message.payload(), StandardCharsets.UTF_8));
        message.acknowledge();
    }
}
