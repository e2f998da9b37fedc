package org.menfang.hub.response;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CompoundId;

/// How the alarms of some time were: how many, how fast people were, and what alarms most. Nothing
/// personal stands in it.
///
/// @param alarms how many were raised
/// @param raises how often their causes came
/// @param days that were counted, 1 and up
/// @param worstDay the day with the most raises; none without any
/// @param stale how many were open for more than {@link #STALE_AFTER}
/// @param byKind the kinds that occurred, the most frequent first
/// @param top the things that alarm most
/// @param causes how many were closed with each cause
public record AlarmFigures(
        int alarms,
        int raises,
        long days,
        @Nullable WorstDay worstDay,
        int floods,
        int stale,
        int chatter,
        Times answered,
        Times closed,
        List<OfKind> byKind,
        List<OfPoint> top,
        Map<CloseCause, Integer> causes) {
    /// So many alarms a day can one person answer: ISA-18.2, EEMUA 191.
    public static final int RAISES_A_DAY_MAX = 150;

    public static final Duration STALE_AFTER = Duration.ofDays(1);
    public static final int TOP_POINTS_MAX = 10;
    private static final int MOST_PERCENT = 95;
    private static final int WHOLE_PERCENT = 100;

    public AlarmFigures {
        byKind = List.copyOf(byKind);
        top = List.copyOf(top);
        causes = Map.copyOf(causes);
    }

    public record WorstDay(LocalDate day, int raises) {}

    /// How long something took: half of the times, and 19 of 20, within this; none without any.
    public record Times(@Nullable Duration half, @Nullable Duration most) {
        static Times of(List<Duration> times) {
            List<Duration> sorted = times.stream().sorted().toList();
            return sorted.isEmpty()
                    ? new Times(null, null)
                    : new Times(rank(sorted, WHOLE_PERCENT / 2), rank(sorted, MOST_PERCENT));
        }

        /// By the nearest rank: a time that really was.
        private static Duration rank(List<Duration> sorted, int percent) {
            int rank = Math.ceilDiv(sorted.size() * percent, WHOLE_PERCENT);
            return sorted.get(Math.max(rank, 1) - 1);
        }
    }

    public record OfKind(AlarmKind kind, int alarms, int raises, Times answered, Times closed) {}

    /// @param percent of all raises
    public record OfPoint(Point point, int alarms, int raises, int percent) {}

    /// What the book knows, taken at one moment.
    ///
    /// @param raisesByHour how often causes came
    public record Known(
            List<AlarmHistory> history,
            Map<Instant, Integer> raisesByHour,
            List<Instant> floodsBegan,
            List<Responses.Chatter> chatterBegan) {
        /// Call it while the book is read.
        ///
        /// @param where which compounds count
        public static Known of(Responses responses, Instant from, Predicate<CompoundId> where) {
            return new Known(
                    responses.history(from).stream()
                            .filter(each -> where.test(each.point().compound()))
                            .toList(),
                    responses.raisesByHour(from, where),
                    responses.floodsBegan(where),
                    responses.chatterBegan().stream()
                            .filter(each -> where.test(each.point().compound()))
                            .toList());
        }
    }

    /// Counts from a time until before another one.
    ///
    /// @param to not after now
    public static AlarmFigures of(Known known, Instant from, Instant to, ZoneId zone) {
        List<AlarmHistory> raised =
                known.history().stream().filter(each -> within(each.heardAt(), from, to)).toList();
        Map<LocalDate, Integer> days = raisesByDay(known, from, to, zone);
        return new AlarmFigures(
                raised.size(),
                days.values().stream().mapToInt(Integer::intValue).sum(),
                daysOf(from, to),
                worst(days).orElse(null),
                (int) known.floodsBegan().stream().filter(at -> within(at, from, to)).count(),
                (int) raised.stream().filter(each -> isStale(each, to)).count(),
                (int)
                        known.chatterBegan().stream()
                                .filter(each -> within(each.at(), from, to))
                                .map(Responses.Chatter::point)
                                .distinct()
                                .count(),
                answered(raised),
                closed(raised),
                byKind(raised),
                top(raised),
                causes(raised));
    }

    private static boolean within(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static long daysOf(Instant from, Instant to) {
        long seconds = Duration.between(from, to).toSeconds();
        return Math.max(1, Math.ceilDiv(seconds, Duration.ofDays(1).toSeconds()));
    }

    private static Map<LocalDate, Integer> raisesByDay(
            Known known, Instant from, Instant to, ZoneId zone) {
        Map<LocalDate, Integer> days = new LinkedHashMap<>();
        known.raisesByHour()
                .forEach((hour, count) -> {
                    if (within(hour, from, to)) {
                        days.merge(hour.atZone(zone).toLocalDate(), count, Integer::sum);
                    }
                });
        return days;
    }

    private static Optional<WorstDay> worst(Map<LocalDate, Integer> days) {
        return days.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(day -> new WorstDay(day.getKey(), day.getValue()));
    }

    private static boolean isStale(AlarmHistory alarm, Instant now) {
        Instant end = alarm.endedAt() == null ? now : alarm.endedAt();
        return Duration.between(alarm.heardAt(), end).compareTo(STALE_AFTER) > 0;
    }

    private static Times answered(List<AlarmHistory> alarms) {
        return times(alarms, AlarmHistory::answeredAt);
    }

    private static Times closed(List<AlarmHistory> alarms) {
        return times(alarms, AlarmHistory::endedAt);
    }

    private static Times times(
            List<AlarmHistory> alarms, Function<AlarmHistory, @Nullable Instant> end) {
        List<Duration> times = new ArrayList<>();
        for (AlarmHistory alarm : alarms) {
            Instant at = end.apply(alarm);
            if (at != null) {
                times.add(Duration.between(alarm.heardAt(), at));
            }
        }
        return Times.of(times);
    }

    private static int raisesOf(List<AlarmHistory> alarms) {
        return alarms.stream().mapToInt(AlarmHistory::times).sum();
    }

    private static List<OfKind> byKind(List<AlarmHistory> alarms) {
        Map<AlarmKind, List<AlarmHistory>> kinds =
                alarms.stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.point().kind(),
                                        () -> new EnumMap<>(AlarmKind.class),
                                        Collectors.toList()));
        return kinds.entrySet().stream()
                .map(each ->
                        new OfKind(
                                each.getKey(),
                                each.getValue().size(),
                                raisesOf(each.getValue()),
                                answered(each.getValue()),
                                closed(each.getValue())))
                .sorted(Comparator.comparingInt(OfKind::raises).reversed())
                .toList();
    }

    private static List<OfPoint> top(List<AlarmHistory> alarms) {
        int all = Math.max(1, raisesOf(alarms));
        return alarms.stream()
                .collect(
                        Collectors.groupingBy(
                                AlarmHistory::point, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> {
                    int raises = raisesOf(each.getValue());
                    int percent = raises * WHOLE_PERCENT / all;
                    return new OfPoint(each.getKey(), each.getValue().size(), raises, percent);
                })
                .sorted(
                        Comparator.comparingInt(OfPoint::raises)
                                .reversed()
                                .thenComparing(OfPoint::point, Point.ORDER))
                .limit(TOP_POINTS_MAX)
                .toList();
    }

    private static Map<CloseCause, Integer> causes(List<AlarmHistory> alarms) {
        Map<CloseCause, Integer> counts = new EnumMap<>(CloseCause.class);
        for (AlarmHistory alarm : alarms) {
            CloseCause cause = alarm.cause();
            if (cause != null && alarm.endedAt() != null) {
                counts.merge(cause, 1, Integer::sum);
            }
        }
        return counts;
    }
}
