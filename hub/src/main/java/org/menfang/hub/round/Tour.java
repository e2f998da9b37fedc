package org.menfang.hub.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.menfang.vocabulary.CompoundId;

/// A way through the compound, and when it is to be walked.
///
/// @param id never used again for another tour
/// @param anyOrder whether the places may be visited in any order
public record Tour(
        String id,
        CompoundId compound,
        String name,
        boolean anyOrder,
        List<Checkpoint> points,
        List<DueTime> times) {
    public static final int NAME_CHARS_MAX = 40;
    public static final int POINTS_MAX = 30;
    public static final int TIMES_MAX = 12;

    private static final DateTimeFormatter NUMBER =
            DateTimeFormatter.ofPattern("yyyyMMdd.HHmm", Locale.ROOT);

    public Tour {
        points = List.copyOf(points);
        times = List.copyOf(times);
    }

    public Optional<Checkpoint> point(String point) {
        return points.stream().filter(each -> each.id().equals(point)).findFirst();
    }

    /// One time at which the tour is to be walked.
    ///
    /// @param round the number of the round: the same for the same tour and time
    public record Due(String round, Instant from, Instant to) {}

    /// When the tour is due, the earliest first.
    ///
    /// @param after rounds that begin later than this
    /// @param upTo rounds that begin at this or earlier
    public List<Due> due(Instant after, Instant upTo, ZoneId zone) {
        LocalDate first = after.atZone(zone).toLocalDate();
        LocalDate last = upTo.atZone(zone).toLocalDate();
        if (last.isBefore(first)) {
            return List.of();
        }
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> due(date, zone))
                .filter(due -> due.from().isAfter(after) && !due.from().isAfter(upTo))
                .sorted(Comparator.comparing(Due::from).thenComparing(Due::round))
                .distinct()
                .toList();
    }

    private Stream<Due> due(LocalDate date, ZoneId zone) {
        return times.stream()
                .filter(time -> time.days().contains(date.getDayOfWeek()))
                .map(time -> {
                    ZonedDateTime from = date.atTime(time.from()).atZone(zone);
                    return new Due(
                            id + "." + NUMBER.format(from),
                            from.toInstant(),
                            from.toInstant().plusSeconds(time.minutes() * 60L));
                });
    }
}
