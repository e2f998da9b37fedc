package org.menfang.mqtt;

import java.time.Duration;

/// What the broker says for us when we vanish without a word.
///
/// @param delay how long it waits for us to come back, in whole seconds
public record Will(OutgoingMessage message, Duration delay) {}
