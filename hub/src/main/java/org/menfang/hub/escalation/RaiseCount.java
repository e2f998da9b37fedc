package org.menfang.hub.escalation;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.response.AlarmEntry;
import org.menfang.hub.response.CareSheet;
import org.menfang.hub.response.Point;
import org.menfang.vocabulary.CompoundId;

/// Counts raises, and finds floods and chatter by the numbers of ISA-18.2 and EEMUA 191.
final class RaiseCount {
    /// More raises than that within {@link #WINDOW} are a flood.
    static final int FLOOD_RAISES_MAX = 10;

    /// Fewer raises than that within {@link #WINDOW} end it.
    static final int FLOOD_ENDS_BELOW_RAISES = 5;

    static final Duration WINDOW = Duration.ofMinutes(10);

    /// So many raises of one thing within {@link #CHATTER_WINDOW} are chatter; it ends when nothing
    /// came for {@link #WINDOW}.
    static final int CHATTER_RAISES_MIN = 3;

    static final Duration CHATTER_WINDOW = Duration.ofMinutes(1);

    /// The oldest are forgotten then; a flood is a flood by far fewer.
    static final int RAISES_KEPT_MAX = 20_000;

    private record Raise(Point point, Instant at) {}

    private final Deque<Raise> raises = new ArrayDeque<>();
    private Map<AlarmRef, Integer> timesSeen = Map.of();
    private boolean first = true;

    /// Looks at the board.
    ///
    /// @return what begins and ends now
    List<AlarmEntry> follow(Board board, CareSheet sheet, Instant now) {
        count(board, now);
        Instant begin = now.minus(WINDOW);
        while (!raises.isEmpty()
                && (raises.size() > RAISES_KEPT_MAX || !raises.getFirst().at().isAfter(begin))) {
            raises.removeFirst();
        }
        List<AlarmEntry> news = new ArrayList<>();
        floods(sheet, news);
        chatter(sheet, now, news);
        return news;
    }

    private void count(Board board, Instant now) {
        if (first) {
            // What happened while nobody counted; how often, nobody knows.
            board.alarms().stream()
                    .sorted(Comparator.comparing(AlarmCard::heardAt))
                    .forEach(card -> raises.add(new Raise(Point.of(card), card.heardAt())));
            first = false;
        } else {
            board.alarms().forEach(card -> countNew(card, now));
        }
        timesSeen = board.alarms().stream().collect(toMap(AlarmCard::ref, AlarmCard::times));
    }

    private void countNew(AlarmCard card, Instant now) {
        int more = card.times() - timesSeen.getOrDefault(card.ref(), 0);
        for (int i = 0; i < Math.min(more, RAISES_KEPT_MAX); i++) {
            raises.add(new Raise(Point.of(card), now));
        }
    }

    private void floods(CareSheet sheet, List<AlarmEntry> news) {
        Map<CompoundId, Integer> counts = new TreeMap<>();
        raises.forEach(raise -> counts.merge(raise.point().compound(), 1, Integer::sum));
        counts.forEach((compound, count) -> {
            if (count > FLOOD_RAISES_MAX && !sheet.floods().contains(compound)) {
                news.add(new AlarmEntry.FloodBegan(compound));
            }
        });
        sheet.floods().stream()
                .filter(compound -> counts.getOrDefault(compound, 0) < FLOOD_ENDS_BELOW_RAISES)
                .forEach(compound -> news.add(new AlarmEntry.FloodEnded(compound)));
    }

    private void chatter(CareSheet sheet, Instant now, List<AlarmEntry> news) {
        Instant begin = now.minus(CHATTER_WINDOW);
        Map<Point, Integer> counts = counts(raise -> raise.at().isAfter(begin));
        counts.forEach((point, count) -> {
            if (count >= CHATTER_RAISES_MIN && !sheet.chatters().contains(point)) {
                news.add(new AlarmEntry.ChatterBegan(point));
            }
        });
        Set<Point> heard = counts(_ -> true).keySet();
        sheet.chatters().stream()
                .filter(point -> !heard.contains(point))
                .forEach(point -> news.add(new AlarmEntry.ChatterEnded(point)));
    }

    private Map<Point, Integer> counts(Predicate<Raise> which) {
        Map<Point, Integer> counts = new LinkedHashMap<>();
        raises.stream()
                .filter(which)
                .forEach(raise -> counts.merge(raise.point(), 1, Integer::sum));
        return counts;
    }
}
