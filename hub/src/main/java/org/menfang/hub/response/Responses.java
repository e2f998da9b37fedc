package org.menfang.hub.response;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Care;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// What people did about every alarm.
public final class Responses implements Chapter {
    /// How long an alarm that ended is kept for the figures: what GB 50396-2007 asks of records.
    static final Duration HISTORY_KEPT = Duration.ofDays(180);

    private final Map<AlarmRef, Case> open = new LinkedHashMap<>();
    private final Deque<AlarmHistory> ended = new ArrayDeque<>();
    private final Deque<Flood> floodsBegan = new ArrayDeque<>();
    private final Map<CompoundId, NavigableMap<Instant, Integer>> raisesByHour = new HashMap<>();
    private final Deque<Chatter> chatterBegan = new ArrayDeque<>();
    private final Map<Point, Care.Shelf> shelves = new LinkedHashMap<>();
    private final Map<Point, Care.OutOfService> outOfService = new LinkedHashMap<>();
    private final Set<CompoundId> floods = new HashSet<>();
    private final Set<Point> chatters = new HashSet<>();

    /// When more came in a compound than somebody can answer.
    public record Flood(CompoundId compound, Instant at) {}

    /// When something began to come and go.
    public record Chatter(Point point, Instant at) {}

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("alarms.noticed", AlarmEntry.Noticed.class),
                new EntryType<>("alarms.repeated", AlarmEntry.Repeated.class),
                new EntryType<>("alarms.answered", AlarmEntry.Answered.class),
                new EntryType<>("alarms.reopened", AlarmEntry.Reopened.class),
                new EntryType<>("alarms.ended", AlarmEntry.Ended.class),
                new EntryType<>("alarms.claimed", AlarmEntry.Claimed.class),
                new EntryType<>("alarms.arrived", AlarmEntry.Arrived.class),
                new EntryType<>("alarms.help-asked", AlarmEntry.HelpAsked.class),
                new EntryType<>("alarms.found-false", AlarmEntry.FoundFalse.class),
                new EntryType<>("alarms.closed", AlarmEntry.Closed.class),
                new EntryType<>("alarms.shelved", AlarmEntry.Shelved.class),
                new EntryType<>("alarms.unshelved", AlarmEntry.Unshelved.class),
                new EntryType<>("alarms.out-of-service", AlarmEntry.TakenOutOfService.class),
                new EntryType<>("alarms.in-service", AlarmEntry.PutBackInService.class),
                new EntryType<>("alarms.escalated", AlarmEntry.Escalated.class),
                new EntryType<>("alarms.flood-began", AlarmEntry.FloodBegan.class),
                new EntryType<>("alarms.flood-ended", AlarmEntry.FloodEnded.class),
                new EntryType<>("alarms.chatter-began", AlarmEntry.ChatterBegan.class),
                new EntryType<>("alarms.chatter-ended", AlarmEntry.ChatterEnded.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof AlarmEntry fact) {
            take(fact, entry.by(), entry.at());
        }
    }

    private void take(AlarmEntry fact, OperatorName by, Instant at) {
        switch (fact) {
            case AlarmEntry.Noticed noticed -> {
                open.put(noticed.alarm(), new Case(noticed));
                count(noticed.alarm(), noticed.times(), noticed.heardAt());
            }
            case AlarmEntry.Repeated(AlarmRef alarm, int times) ->
                    of(alarm)
                            .ifPresent(found -> {
                                count(alarm, times - found.times, at);
                                found.repeat(times, at);
                            });
            case AlarmEntry.Answered(AlarmRef alarm, OperatorName _) ->
                    of(alarm).ifPresent(found -> found.answer(at));
            case AlarmEntry.Reopened(AlarmRef alarm, int times) ->
                    of(alarm)
                            .ifPresent(found -> {
                                count(alarm, times - found.times, at);
                                found.reopen(times, at);
                            });
            case AlarmEntry.Ended(AlarmRef alarm, int times) -> end(alarm, times, at);
            case AlarmEntry.Claimed(AlarmRef alarm) ->
                    of(alarm).ifPresent(found -> found.claim(by, at));
            case AlarmEntry.Arrived(AlarmRef alarm) ->
                    of(alarm).ifPresent(found -> found.arrive(by, at));
            case AlarmEntry.HelpAsked(AlarmRef alarm) ->
                    of(alarm).ifPresent(found -> found.askHelp(by, at));
            case AlarmEntry.FoundFalse(AlarmRef alarm) ->
                    of(alarm).ifPresent(found -> found.findFalse(by, at));
            case AlarmEntry.Closed(AlarmRef alarm, CloseCause cause, String note) ->
                    of(alarm).ifPresent(found -> found.close(cause, note, by, at));
            case AlarmEntry.Escalated(AlarmRef alarm, Care.Step step, List<OperatorName> _) ->
                    of(alarm).ifPresent(found -> found.step = step);
            case AlarmEntry.Shelved(Point point, Instant until, String why) ->
                    shelves.put(point, new Care.Shelf(until, by, why));
            case AlarmEntry.Unshelved(Point point) -> shelves.remove(point);
            case AlarmEntry.TakenOutOfService(Point point, String repair) ->
                    outOfService.put(point, new Care.OutOfService(repair, by, at));
            case AlarmEntry.PutBackInService(Point point) -> outOfService.remove(point);
            case AlarmEntry.FloodBegan(CompoundId compound) -> {
                floods.add(compound);
                floodsBegan.add(new Flood(compound, at));
            }
            case AlarmEntry.FloodEnded(CompoundId compound) -> floods.remove(compound);
            case AlarmEntry.ChatterBegan(Point point) -> {
                chatters.add(point);
                chatterBegan.add(new Chatter(point, at));
            }
            case AlarmEntry.ChatterEnded(Point point) -> chatters.remove(point);
        }
    }

    private Optional<Case> of(AlarmRef alarm) {
        return Optional.ofNullable(open.get(alarm));
    }

    private void end(AlarmRef alarm, int times, Instant at) {
        Case last = open.remove(alarm);
        if (last != null) {
            count(alarm, times - last.times, at);
            last.times = times;
            ended.add(last.history(at));
            forgetBefore(at.minus(HISTORY_KEPT));
        }
    }

    private void count(AlarmRef alarm, int raises, Instant at) {
        if (raises > 0) {
            raisesByHour
                    .computeIfAbsent(alarm.compound(), _ -> new TreeMap<>())
                    .merge(at.truncatedTo(ChronoUnit.HOURS), raises, Integer::sum);
        }
    }

    private void forgetBefore(Instant limit) {
        raisesByHour.values().forEach(hours -> hours.headMap(limit).clear());
        while (!ended.isEmpty() && isBefore(ended.getFirst().endedAt(), limit)) {
            ended.removeFirst();
        }
        while (!floodsBegan.isEmpty() && floodsBegan.getFirst().at().isBefore(limit)) {
            floodsBegan.removeFirst();
        }
        while (!chatterBegan.isEmpty() && chatterBegan.getFirst().at().isBefore(limit)) {
            chatterBegan.removeFirst();
        }
    }

    private static boolean isBefore(@Nullable Instant at, Instant limit) {
        return at != null && at.isBefore(limit);
    }

    Optional<Case> find(AlarmRef alarm) {
        return of(alarm);
    }

    List<Case> openCases() {
        return List.copyOf(open.values());
    }

    public boolean isShelved(Point point) {
        return shelves.containsKey(point);
    }

    public boolean isOutOfService(Point point) {
        return outOfService.containsKey(point);
    }

    /// What people do about all alarms now.
    public CareSheet sheet() {
        Map<AlarmRef, Care> cares = new HashMap<>();
        open.forEach((alarm, found) -> cares.put(alarm, found.care()));
        return new CareSheet(cares, shelves, outOfService, floods, chatters);
    }

    /// Since when somebody has to answer an alarm; none for one that was answered or is not known.
    public Optional<Instant> unansweredSince(AlarmRef alarm) {
        return of(alarm).filter(found -> found.answeredAt == null).map(found -> found.since);
    }

    /// Every alarm that was open at some time since then, the open ones last.
    public List<AlarmHistory> history(Instant from) {
        List<AlarmHistory> all = new ArrayList<>();
        ended.stream().filter(each -> !isBefore(each.endedAt(), from)).forEach(all::add);
        open.values().forEach(found -> all.add(found.history(null)));
        return all;
    }

    /// How often causes came in each hour from then on.
    ///
    /// @param where which compounds count
    public Map<Instant, Integer> raisesByHour(Instant from, Predicate<CompoundId> where) {
        Map<Instant, Integer> all = new TreeMap<>();
        raisesByHour.forEach((compound, hours) -> {
            if (where.test(compound)) {
                hours.tailMap(from).forEach((hour, n) -> all.merge(hour, n, Integer::sum));
            }
        });
        return all;
    }

    /// When floods began, the oldest first, up to 180 days back.
    ///
    /// @param where which compounds count
    public List<Instant> floodsBegan(Predicate<CompoundId> where) {
        return floodsBegan.stream()
                .filter(flood -> where.test(flood.compound()))
                .map(Flood::at)
                .toList();
    }

    /// When what began to come and go, the oldest first, up to 180 days back.
    public List<Chatter> chatterBegan() {
        return List.copyOf(chatterBegan);
    }

    /// Everything that is put aside for a while.
    public Stream<Map.Entry<Point, Care.Shelf>> shelved() {
        return Map.copyOf(shelves).entrySet().stream();
    }

    /// Everything that waits for a repair.
    public Stream<Map.Entry<Point, Care.OutOfService>> outOfService() {
        return Map.copyOf(outOfService).entrySet().stream();
    }
}
