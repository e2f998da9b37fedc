package org.menfang.hub.round;

import java.time.Instant;
import java.util.List;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// What was decided about rounds, and what happened on them.
///
/// Where something happened on the way, `at` is when, and `key` is what the phone called it, so
/// that it is taken once however often it is sent.
public sealed interface RoundEntry extends EntryBody {
    /// A tour is new or has changed.
    record TourPlanned(
            String tour,
            CompoundId compound,
            String name,
            boolean anyOrder,
            List<Checkpoint> points,
            List<DueTime> times)
            implements RoundEntry {
        public TourPlanned {
            points = List.copyOf(points);
            times = List.copyOf(times);
        }
    }

    /// A tour is not walked any more.
    record TourEnded(String tour) implements RoundEntry {}

    /// Which holder a volunteer is, at the readers.
    record CardSet(OperatorName walker, CompoundId compound, HolderId holder)
            implements RoundEntry {}

    record CardCleared(OperatorName walker) implements RoundEntry {}

    /// A round can begin, as the tour is planned now.
    record RoundDue(String round, String tour, Instant from, Instant to) implements RoundEntry {}

    record RoundBegun(String key, String round, Instant at) implements RoundEntry {}

    record PointReached(
            String key, String round, OperatorName walker, String point, Instant at, How how)
            implements RoundEntry {}

    record PointChecked(
            String key,
            String round,
            String point,
            String check,
            boolean ok,
            String note,
            Instant at)
            implements RoundEntry {}

    record PictureKept(String key, String round, String point, Sha256 picture, Instant at)
            implements RoundEntry {}

    record RepairReported(String key, String round, String point, String what, Instant at)
            implements RoundEntry {}

    /// @param reason why it ended before all places were reached; empty if they were
    record RoundEnded(String key, String round, Instant at, String reason) implements RoundEntry {}

    /// Nobody began it, or nobody ended it, in its time.
    record RoundLapsed(String round) implements RoundEntry {}

    /// The leader on duty was told of what is missing.
    record LeaderTold(String round) implements RoundEntry {}
}
