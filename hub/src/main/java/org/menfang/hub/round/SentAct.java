package org.menfang.hub.round;

import java.time.Instant;

/// What a phone tells of a round, once it has a net.
///
/// @param key what the phone calls it; telling it again changes nothing
/// @param at when it happened, by the phone
/// @param point empty where the kind needs none, as are `check`, `code` and `text`
public record SentAct(
        String key,
        Instant at,
        Kind kind,
        String round,
        String point,
        String check,
        boolean ok,
        String code,
        String text) {
    public enum Kind {
        BEGIN,
        POINT,
        CHECK,
        END,
        REPAIR
    }
}
