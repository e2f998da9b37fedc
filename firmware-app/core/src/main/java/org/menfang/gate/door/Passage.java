package org.menfang.gate.door;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.vocabulary.AccessPointId;

/// A right to pass a door once that has not been used.
///
/// @param accessPoint where it was given; none for a release from afar
/// @param exit whether somebody leaves; nothing but time takes such a right back
/// @param extended whether the person needs longer times
/// @param pastOpenLeaf whether the leaf stood open when it was given: then it can be used without
///   another opening, and nobody sees whether it was
/// @param until when it ends
/// @param grants the `events` seq of each grant that it came from; none for somebody who leaves by
///   REX
public record Passage(
        @Nullable AccessPointId accessPoint,
        boolean exit,
        boolean extended,
        boolean pastOpenLeaf,
        MonotonicTime until,
        List<Long> grants) {
    public Passage {
        grants = List.copyOf(grants);
    }

    /// Both rights in one, for a grant that comes while another is not used.
    Passage and(Passage later) {
        return new Passage(
                later.accessPoint,
                exit || later.exit,
                extended || later.extended,
                pastOpenLeaf || later.pastOpenLeaf,
                until.isBefore(later.until) ? later.until : until,
                Stream.concat(grants.stream(), later.grants.stream()).toList());
    }
}
