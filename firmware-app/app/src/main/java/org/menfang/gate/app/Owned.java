package org.menfang.gate.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/// Everything that a gate has opened. It is closed in the order opposite to that in which it was
/// opened, and one thing that cannot be closed does not keep the others open.
final class Owned implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Owned.class.getName());

    private final Deque<AutoCloseable> things = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T own(T thing) {
        things.push(thing);
        return thing;
    }

    /// Closes everything once.
    @Override
    public synchronized void close() {
        while (!things.isEmpty()) {
            close(things.pop());
        }
    }

    private static void close(AutoCloseable thing) {
        try {
            thing.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.log(Level.WARNING, thing.getClass().getSimpleName() + " could not be closed", e);
        }
    }
}
