package org.menfang.hub.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;

/// All questions that the council ever put, with the votes of the households.
public final class Decisions implements Chapter {
    private final List<Question> questions = new ArrayList<>();

    /// A question as it grows.
    private static final class Question {
        private final DecisionEntry.Asked asked;
        private final OperatorName by;
        private final Instant at;
        private final Map<HouseholdId, Decision.CastVote> votes = new TreeMap<>();
        private Decision.State state = Decision.State.OPEN;
        private @Nullable OperatorName closedBy;
        private @Nullable Instant closedAt;

        private Question(DecisionEntry.Asked asked, OperatorName by, Instant at) {
            this.asked = asked;
            this.by = by;
            this.at = at;
        }

        private Decision view() {
            return new Decision(
                    asked.number(),
                    asked.kind(),
                    asked.text(),
                    asked.households(),
                    asked.quorum(),
                    by,
                    at,
                    List.copyOf(votes.values()),
                    state,
                    closedBy,
                    closedAt,
                    asked.compound(),
                    asked.termDays());
        }
    }

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("decision.asked", DecisionEntry.Asked.class),
                new EntryType<>("decision.voted", DecisionEntry.Voted.class),
                new EntryType<>("decision.vote-struck", DecisionEntry.VoteStruck.class),
                new EntryType<>("decision.closed", DecisionEntry.Closed.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof DecisionEntry body) {
            switch (body) {
                case DecisionEntry.Asked asked ->
                        questions.add(new Question(asked, entry.by(), entry.at()));
                case DecisionEntry.Voted(int number, HouseholdId household, Vote vote) ->
                        of(number)
                                .votes
                                .put(
                                        household,
                                        new Decision.CastVote(
                                                household, vote, entry.by(), entry.at()));
                case DecisionEntry.VoteStruck(int number, HouseholdId household, String _) ->
                        of(number).votes.remove(household);
                case DecisionEntry.Closed closed -> close(entry, closed);
            }
        }
    }

    private void close(Entry entry, DecisionEntry.Closed closed) {
        Question question = of(closed.number());
        question.state = closed.result();
        question.closedBy = entry.by();
        question.closedAt = entry.at();
    }

    private Question of(int number) {
        return questions.get(number - 1);
    }

    int nextNumber() {
        return questions.size() + 1;
    }

    boolean hasVoted(int number, HouseholdId household) {
        return of(number).votes.containsKey(household);
    }

    /// The question with this number; empty if there is none.
    public Optional<Decision> find(int number) {
        return number >= 1 && number <= questions.size()
                ? Optional.of(of(number).view())
                : Optional.empty();
    }

    /// Those that are still voted on, the oldest first.
    public List<Decision> open() {
        return questions.stream()
                .filter(each -> each.state == Decision.State.OPEN)
                .map(Question::view)
                .toList();
    }

    /// Those with a result, the newest first.
    public List<Decision> closed(int countMax) {
        return questions.reversed().stream()
                .filter(each -> each.state != Decision.State.OPEN)
                .limit(countMax)
                .map(Question::view)
                .toList();
    }
}
