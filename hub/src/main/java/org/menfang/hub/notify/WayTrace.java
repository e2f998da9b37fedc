package org.menfang.hub.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a way did last.
///
/// @param succeededAt when it took a message last; none for never
/// @param failedAt when it did not last; none for never
/// @param failure why it did not
/// @param detail what the other side said then
public record WayTrace(
        @Nullable Instant succeededAt,
        @Nullable Instant failedAt,
        @Nullable Failure failure,
        String detail) {
    public static final WayTrace NOTHING = new WayTrace(null, null, null, "");

    WayTrace succeeded(Instant at) {
        return new WayTrace(at, failedAt, failure, detail);
    }

    WayTrace failed(Instant at, Failure why, String said) {
        return new WayTrace(succeededAt, at, why, said);
    }
}
