package org.menfang.hub.response;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;

/// Follows the board: what is new on it, what came again, was answered or has ended, and whose time
/// aside is over.
public final class AlarmWatch {
    /// What comes again and again is written down this often, with how often it came.
    static final Duration REPEATS_NOTED_EVERY = Duration.ofMinutes(1);

    private final Responses responses;
    private final WorkOrders orders;
    private Map<AlarmRef, Integer> timesSeen = Map.of();

    public AlarmWatch(Responses responses, WorkOrders orders) {
        this.responses = responses;
        this.orders = orders;
    }

    /// What the book does not say yet. Call it while nothing changes there.
    public List<AlarmEntry> follow(Board board, Instant now) {
        List<AlarmEntry> news = new ArrayList<>();
        // Before the loop has read its store there is no board, and no alarm has ended.
        if (board.version() > 0) {
            follow(board, now, news);
        }
        responses
                .shelved()
                .filter(each -> !each.getValue().until().isAfter(now))
                .forEach(each -> news.add(new AlarmEntry.Unshelved(each.getKey())));
        responses
                .outOfService()
                .filter(each -> !orders.isOpen(each.getValue().repair()))
                .forEach(each -> news.add(new AlarmEntry.PutBackInService(each.getKey())));
        return news;
    }

    private void follow(Board board, Instant now, List<AlarmEntry> news) {
        Map<AlarmRef, AlarmCard> cards = new HashMap<>();
        board.alarms().forEach(card -> cards.put(card.ref(), card));
        for (Case known : responses.openCases()) {
            AlarmCard card = cards.remove(known.alarm);
            if (card == null) {
                int times = timesSeen.getOrDefault(known.alarm, known.times);
                news.add(new AlarmEntry.Ended(known.alarm, times));
            } else {
                compare(known, card, now, news);
            }
        }
        timesSeen = board.alarms().stream().collect(toMap(AlarmCard::ref, AlarmCard::times));
        for (AlarmCard card : board.alarms()) {
            if (cards.containsKey(card.ref())) {
                news.add(noticed(card));
                if (card.isAnswered()) {
                    news.add(new AlarmEntry.Answered(card.ref(), card.acknowledgedBy()));
                }
            }
        }
    }

    private static void compare(Case known, AlarmCard card, Instant now, List<AlarmEntry> news) {
        if (known.answeredAt != null && !card.isAnswered()) {
            news.add(new AlarmEntry.Reopened(card.ref(), card.times()));
            return;
        }
        boolean due = !now.isBefore(known.timesNotedAt.plus(REPEATS_NOTED_EVERY));
        if (card.times() > known.times && due) {
            news.add(new AlarmEntry.Repeated(card.ref(), card.times()));
        }
        if (known.answeredAt == null && card.isAnswered()) {
            news.add(new AlarmEntry.Answered(card.ref(), card.acknowledgedBy()));
        }
    }

    static AlarmEntry.Noticed noticed(AlarmCard card) {
        return new AlarmEntry.Noticed(card.ref(), Point.of(card), card.heardAt(), card.times());
    }
}
