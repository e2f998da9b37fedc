package org.menfang.gate;

import java.time.Instant;

/// A stretch of wall-clock time in which what was found at its beginning holds. A clock that is set
/// back leaves it, and so does one that has run on to its end.
///
/// @param until the first moment in which it may no longer hold; {@link Instant#MAX} for none
public record WallSpan(Instant from, Instant until) {
    /// What was found holds whatever a clock shows.
    public static final WallSpan ALWAYS = new WallSpan(Instant.MIN, Instant.MAX);

    /// Nothing has been found yet.
    public static final WallSpan NONE = new WallSpan(Instant.MIN, Instant.MIN);

    public boolean holdsAt(Instant wall) {
        return !wall.isBefore(from) && wall.isBefore(until);
    }
}
