package org.menfang.gate.sqlite;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;

/// Tells the controller when the journal fails and when all is durable again: once each.
final class JournalHealth {
    private static final Logger LOG = System.getLogger(JournalHealth.class.getName());

    private final Inbox inbox;
    private final AtomicBoolean failing = new AtomicBoolean();

    JournalHealth(Inbox inbox) {
        this.inbox = inbox;
    }

    void failed(String why) {
        if (failing.compareAndSet(false, true)) {
            inbox.offer(new Input.JournalFailed(why));
        }
    }

    /// The same, with what a developer needs.
    void failed(String why, Throwable cause) {
        if (!failing.get()) {
            LOG.log(Level.ERROR, "the journal fails: " + why, cause);
        }
        failed(why);
    }

    void recovered() {
        if (failing.compareAndSet(true, false)) {
            inbox.offer(new Input.JournalRecovered());
        }
    }

    boolean isFailing() {
        return failing.get();
    }
}
