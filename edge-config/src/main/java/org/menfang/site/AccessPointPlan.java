package org.menfang.site;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.ReaderId;

/// One side of a door, from one area to another: with a reader, or with a request to exit.
///
/// @param reader the reader that serves it; none where a REX does
public record AccessPointPlan(
        AccessPointId id, DoorId door, AreaId from, AreaId to, @Nullable ReaderId reader) {
    /// Whether a REX serves it, so that nobody needs a credential here.
    public boolean isRex() {
        return reader == null;
    }
}
