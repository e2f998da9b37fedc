package org.menfang.hub.repair;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.repair.NewRepair.MeasuredFault;

/// What everybody may know of the repairs of a compound.
///
/// @param open those that wait, the oldest first
/// @param closed how many were closed in a span of time
/// @param meanAge how long those had waited; zero where there are none
/// @param votes what residents say of those
public record RepairFigures(List<Waiting> open, int closed, Duration meanAge, Repair.Votes votes) {
    public RepairFigures {
        open = List.copyOf(open);
    }

    /// A repair without anybody's name.
    public record Waiting(
            int number,
            String place,
            String what,
            @Nullable MeasuredFault fault,
            RepairState state,
            Instant seenAt) {}

    static RepairFigures of(List<Repair> repairs, Instant from, Instant to) {
        List<Repair> closed =
                repairs.stream()
                        .filter(repair -> !repair.state().isOpen())
                        .filter(repair -> !repair.changedAt().isBefore(from))
                        .filter(repair -> repair.changedAt().isBefore(to))
                        .toList();
        Duration sum =
                closed.stream().map(repair -> repair.age(to)).reduce(Duration.ZERO, Duration::plus);
        return new RepairFigures(
                repairs.stream()
                        .filter(repair -> repair.state().isOpen())
                        .map(RepairFigures::waiting)
                        .toList(),
                closed.size(),
                closed.isEmpty() ? Duration.ZERO : sum.dividedBy(closed.size()),
                closed.stream().map(Repair::votes).reduce(Repair.Votes.NONE, Repair.Votes::plus));
    }

    private static Waiting waiting(Repair repair) {
        NewRepair what = repair.what();
        return new Waiting(
                repair.number(),
                what.place(),
                what.what(),
                what.fault(),
                repair.state(),
                what.seenAt());
    }
}
