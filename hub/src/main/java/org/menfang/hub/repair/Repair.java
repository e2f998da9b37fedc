package org.menfang.hub.repair;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.repair.RepairEntry.PictureTime;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Priority;
import org.menfang.vocabulary.Sha256;

/// One repair as it stands now.
///
/// @param owner who has it in hand; none while it waits for one
/// @param workers everybody who ever had it in hand
/// @param steps what happened to it, the oldest first
/// @param closing none while it is open
/// @param changedAt when it came into its state
public record Repair(
        int number,
        NewRepair what,
        OperatorName reportedBy,
        Instant reportedAt,
        RepairState state,
        @Nullable OperatorName owner,
        Set<OperatorName> workers,
        List<Step> steps,
        List<Picture> pictures,
        Votes votes,
        @Nullable Closing closing,
        Instant changedAt) {
    public static final int STARS_MAX = 5;

    /// After this a repair that is not pressing by itself becomes so.
    private static final Duration PATIENCE = Duration.ofDays(7);

    public Repair {
        workers = Set.copyOf(workers);
        steps = List.copyOf(steps);
        pictures = List.copyOf(pictures);
    }

    /// @param text what was said about it; may be empty
    public record Step(Instant at, OperatorName by, StepKind kind, String text) {}

    public enum StepKind {
        REPORTED,
        ACCEPTED,
        BEGUN,
        FINISHED,
        GIVEN_BACK,
        SENT_BACK,
        CLOSED,
        PICTURED,
        SLIPS_MADE,
        RATED
    }

    /// @param sent digest of the file as it came
    public record Picture(
            Instant at, OperatorName by, PictureTime when, Sha256 digest, Sha256 sent) {}

    /// What residents say of the result.
    ///
    /// @param slips how many were printed
    /// @param ratings how many were used
    /// @param stars the sum of all ratings
    public record Votes(int slips, int ratings, int stars) {
        public static final Votes NONE = new Votes(0, 0, 0);

        Votes plus(Votes more) {
            return new Votes(slips + more.slips, ratings + more.ratings, stars + more.stars);
        }

        /// 0 where nobody rated yet.
        public double mean() {
            return ratings == 0 ? 0 : (double) stars / ratings;
        }
    }

    public boolean isMeasured() {
        return what.fault() != null;
    }

    /// Since when everybody waits; for a closed one, how long everybody waited.
    public Duration age(Instant now) {
        Instant end = state.isOpen() ? now : changedAt;
        return end.isBefore(what.seenAt()) ? Duration.ZERO : Duration.between(what.seenAt(), end);
    }

    /// Whether the next shift has to know of it.
    public boolean isPressing(Instant now) {
        NewRepair.MeasuredFault fault = what.fault();
        boolean byItself = fault != null && fault.kind().priority() != Priority.LOW;
        return state.isOpen() && (byItself || age(now).compareTo(PATIENCE) >= 0);
    }
}
