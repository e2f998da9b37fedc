package org.menfang.hub.roster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;

/// One shift hands over to the next one.
///
/// @param items what was open when it was filled in
/// @param leaving none until the leaving shift signed
/// @param coming none until the coming shift signed
public record HandOver(
        long number,
        Slot from,
        Slot to,
        Instant begunAt,
        List<HandOverItem> items,
        @Nullable Signature leaving,
        @Nullable Signature coming) {
    public static final int NOTE_CHARS_MAX = 500;
    public static final int ITEMS_MAX = 100;

    public HandOver {
        items = List.copyOf(items);
    }

    /// @param since what had come since it was filled in
    public record Signature(OperatorName by, Instant at, String note, List<HandOverItem> since) {
        public Signature {
            since = List.copyOf(since);
        }
    }

    public boolean isComplete() {
        return leaving != null && coming != null;
    }

    public @Nullable Signature of(Side side) {
        return switch (side) {
            case LEAVING -> leaving;
            case COMING -> coming;
        };
    }

    HandOver signed(Side side, Signature signature) {
        return switch (side) {
            case LEAVING -> new HandOver(number, from, to, begunAt, items, signature, coming);
            case COMING -> new HandOver(number, from, to, begunAt, items, leaving, signature);
        };
    }
}
