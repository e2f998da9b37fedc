package org.menfang.sim.compound;

import org.menfang.gate.MonotonicTime;

/// A message at the broker.
final class BrokerMessage {
    private final String topic;
    private final byte[] payload;
    private final boolean retained;
    private final MonotonicTime dies;

    /// @param retained whether it was kept from before the client subscribed
    /// @param dies when it expires; far away for never
    BrokerMessage(String topic, byte[] payload, boolean retained, MonotonicTime dies) {
        this.topic = topic;
        this.payload = payload.clone();
        this.retained = retained;
        this.dies = dies;
    }

    String topic() {
        return topic;
    }

    byte[] payload() {
        return payload.clone();
    }

    boolean retained() {
        return retained;
    }

    MonotonicTime dies() {
        return dies;
    }
}
