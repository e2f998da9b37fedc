package org.menfang.mqtt;

/// Whoever can open links: MQTT over the network, or a network in virtual time.
@FunctionalInterface
public interface LinkStarter {
    /// Begins to connect and returns at once.
    Link start(LinkOptions options, LinkListener listener);
}
