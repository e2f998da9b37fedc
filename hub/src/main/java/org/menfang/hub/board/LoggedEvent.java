package org.menfang.hub.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;

/// One event as the hub stored it.
///
/// @param number counts all events of all gates in the order in which the hub stored them, 1 and up
/// @param heardAt by the hub's clock
/// @param who the name of the holder, where the hub knows it
/// @param where what people call the door, lamp or camera; empty where the event has none
/// @param picture the picture that belongs to it; none while there is none
public record LoggedEvent(
        long number,
        Instant heardAt,
        Event event,
        @Nullable String who,
        String where,
        @Nullable Sha256 picture) {}
