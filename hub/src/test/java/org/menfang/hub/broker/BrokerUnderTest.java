package org.menfang.hub.broker;

import org.menfang.hub.trust.Trust;

/// A broker that a test may stop and start at will.
interface BrokerUnderTest {
    Trust trust();

    int port();

    /// Starts it again on the same port.
    void start() throws Exception;

    /// Ends it without a word to anybody, as far as it can be done.
    void kill() throws Exception;

    /// Forgets everything that it stored. It must not be running.
    void wipe() throws Exception;

    /// Ends it for good.
    void shutDown() throws Exception;
}
