package org.menfang.mqtt;

/// Hears what happens on a link.
///
/// It is called on threads of the link, one call at a time, always in the order up, messages, lost.
/// It only offers to queues: whoever blocks here blocks the link, and whoever publishes here and
/// waits for it waits for ever.
public interface LinkListener {
    /// The connection stands and every subscription is made.
    void linkUp();

    /// The connection that was up broke.
    void linkLost(String why);

    /// An attempt to connect failed. The next one follows by itself.
    void attemptFailed(String why);

    /// The broker delivered a message. It delivers it again after a break unless somebody calls
    /// {@link IncomingMessage#acknowledge()}.
    void messageArrived(IncomingMessage message);

    /// The listener itself failed on this message. It is already acknowledged, so that it is not
    /// delivered for ever.
    void messagePoisoned(IncomingMessage message, RuntimeException why);
}
