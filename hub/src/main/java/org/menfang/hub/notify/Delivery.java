package org.menfang.hub.notify;

/// Sends a message, and waits for what the other side says to it. It never throws for what the
/// other side does, ends in bounded time, and may be called by many threads at once.
@FunctionalInterface
public interface Delivery {
    Sent send(Way way, WayAddress address, Message message);
}
