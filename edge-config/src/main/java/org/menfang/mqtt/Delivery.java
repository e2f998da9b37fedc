package org.menfang.mqtt;

/// What became of a message that was handed to the link.
public sealed interface Delivery {
    /// The broker took it over.
    record Delivered() implements Delivery {}

    /// The broker will never take it; to send it again would change nothing.
    ///
    /// @param reasonCode 0x80 and up, MQTT 5.0 section 2.4
    record Refused(int reasonCode) implements Delivery {}

    /// Nobody knows whether the broker has it. Whoever needs it sends it again.
    record Lost(String why) implements Delivery {}
}
