package org.menfang.hub.rights;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;

/// Where lockdowns are asked for: a short one is carried out at once, a long one waits for the
/// second person. Any thread may call it.
public final class LockdownDesk {
    /// Longer than any command lives (30 s at most).
    private static final long ANSWER_WAIT_SECONDS = 35;

    private static final String TAKES_TWO = "rights.lockdown.takes-two";

    private final Book book;
    private final Lockdowns lockdowns;
    private final GraveDesk graves;
    private final Desk board;

    public LockdownDesk(Book book, Lockdowns lockdowns, GraveDesk graves, Desk board) {
        this.book = book;
        this.lockdowns = lockdowns;
        this.graves = graves;
        this.board = board;
        graves.register("rights.long-lockdown", LongLockdown.class, this::perform);
    }

    /// What becomes of a wish.
    public sealed interface Answer {
        /// One person is enough; the level may be set for so long.
        record Alone(int minutes) implements Answer {}

        record TakesTwo() implements Answer {}

        /// The log cannot be written; nothing may be done.
        record Failed() implements Answer {}
    }

    /// Asks whether one person alone may lock down, and writes it down if so. Nothing is sent yet.
    public Answer alone(OperatorName by, CompoundId compound, @Nullable Integer minutes) {
        Outcome outcome =
                book.decide(
                        by,
                        now -> {
                            OptionalInt granted = lockdowns.alone(compound, minutes, now);
                            return granted.isPresent()
                                    ? Verdict.write(
                                            new LockdownEntry.Alone(compound, granted.getAsInt()))
                                    : Verdict.refuse(TAKES_TWO);
                        });
        return switch (outcome) {
            case Outcome.Done done ->
                    switch (done.entries().getFirst().body()) {
                        case LockdownEntry.Alone(CompoundId _, int granted) ->
                                new Answer.Alone(granted);
                        default -> throw new IllegalStateException("another entry was written");
                    };
            case Outcome.Refused _ -> new Answer.TakesTwo();
            case Outcome.Failed _ -> new Answer.Failed();
        };
    }

    /// Proposes a lockdown that takes two.
    public Outcome propose(OperatorName by, CompoundId compound, @Nullable Integer minutes) {
        return graves.propose(by, new LongLockdown(compound, minutes));
    }

    private Outcome perform(LongLockdown act, OperatorName executed, OperatorName checked) {
        CompletionStage<ActOutcome> asked =
                board.setLevel(act.compound(), SiteLevel.LOCKDOWN, act.minutes(), executed);
        try {
            return told(asked.toCompletableFuture().get(ANSWER_WAIT_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            return new Outcome.Refused("refused.rights.no-answer");
        } catch (ExecutionException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        }
    }

    private static Outcome told(ActOutcome outcome) {
        return switch (outcome) {
            case ActOutcome.Answered(CommandOutcome result) ->
                    result == CommandOutcome.DONE
                            ? new Outcome.Done(List.of())
                            : new Outcome.Refused("refused.rights.gate-refused");
            case ActOutcome.NoAnswer _ -> new Outcome.Refused("refused.rights.no-answer");
            case ActOutcome.GateAway _ -> new Outcome.Refused("refused.rights.gate-away");
            case ActOutcome.NoSuchThing _ -> new Outcome.Refused("refused.rights.no-compound");
            case ActOutcome.NotEverywhere _ -> new Outcome.Refused("refused.rights.not-everywhere");
        };
    }
}
