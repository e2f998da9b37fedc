package org.menfang.hub.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of sending a message once.
public sealed interface Sent {
    record Delivered() implements Sent {}

    /// @param detail what the other side said, for a technician: a status or code and nothing that
    ///   is secret
    /// @param pause how long the other side asks to be left alone; none if it does not say
    record Failed(Failure why, String detail, @Nullable Duration pause) implements Sent {}

    static Sent failed(Failure why, String detail) {
        return new Failed(why, detail, null);
    }
}
