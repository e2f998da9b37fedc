package org.menfang.hub.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Care.Step;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// Decides who has to be called now, from the board alone: how far each alarm was called out stands
/// in the book, so that a hub that starts anew goes on where it was.
final class Escalation {
    /// After so long without an answer the next contact is told.
    static final Duration NEXT_AFTER = Duration.ofMinutes(1);

    /// After so long without an answer everybody is told, and the siren sounds.
    static final Duration EVERYONE_AFTER = Duration.ofMinutes(3);

    /// Somebody has to be told.
    ///
    /// @param folded how many alarms the call stands for, 1 and up
    record Due(AlarmCard card, Step step, int folded) {}

    private record Place(CompoundId compound, GateId gate) {}

    private Escalation() {}

    /// The calls that are due, the most urgent first.
    ///
    /// @param board with the care of each alarm
    /// @param since when somebody had to answer an alarm first; empty where nobody knows better
    ///   than the board
    static List<Due> due(Board board, Function<AlarmRef, Optional<Instant>> since, Instant now) {
        Map<Place, List<AlarmCard>> folded = new HashMap<>();
        List<Due> calls = new ArrayList<>();
        for (AlarmCard card : board.alarms()) {
            if (isCalledFor(card)) {
                if (card.care().fold() == null) {
                    add(calls, card, 1, since, now);
                } else {
                    Place place = new Place(card.ref().compound(), card.ref().gate());
                    folded.computeIfAbsent(place, _ -> new ArrayList<>()).add(card);
                }
            }
        }
        for (List<AlarmCard> cards : folded.values()) {
            AlarmCard oldest =
                    cards.stream()
                            .min(Comparator.comparing(card -> begin(card, since)))
                            .orElseThrow();
            add(calls, oldest, cards.size(), since, now);
        }
        calls.sort(Comparator.comparing(due -> due.card().kind().priority()));
        return calls;
    }

    /// Nobody has answered, nobody deals with it, and it does not wait with good reason.
    private static boolean isCalledFor(AlarmCard card) {
        return !card.isAnswered() && !card.care().hasSomebody() && !card.care().waits();
    }

    private static void add(
            List<Due> calls,
            AlarmCard card,
            int folded,
            Function<AlarmRef, Optional<Instant>> since,
            Instant now) {
        Step wanted = wanted(Duration.between(begin(card, since), now));
        if (wanted.compareTo(card.care().step()) > 0) {
            calls.add(new Due(card, wanted, folded));
        }
    }

    private static Instant begin(AlarmCard card, Function<AlarmRef, Optional<Instant>> since) {
        return since.apply(card.ref()).orElse(card.heardAt());
    }

    private static Step wanted(Duration unanswered) {
        if (unanswered.compareTo(EVERYONE_AFTER) >= 0) {
            return Step.EVERYONE;
        }
        return unanswered.compareTo(NEXT_AFTER) >= 0 ? Step.NEXT : Step.FIRST;
    }
}
