package org.menfang.mqtt;

import java.util.function.Consumer;

/// A connection to a broker as a plain pipe. It keeps nothing: what must arrive has a journal of
/// its own.
public interface Link extends AutoCloseable {
    /// Takes a message to the broker. Any thread may call it; it never blocks.
    ///
    /// @param whenDone hears exactly once what became of the message, on a thread of the link, if
    ///   the message was taken
    /// @return whether it was taken; it is not while the link is down or full
    boolean offer(OutgoingMessage message, Consumer<Delivery> whenDone);

    /// Leaves the broker and ends. The will is not sent.
    @Override
    void close();
}
