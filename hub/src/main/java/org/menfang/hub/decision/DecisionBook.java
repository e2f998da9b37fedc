package org.menfang.hub.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;

/// Where the council puts questions and writes the votes down. Any thread may call it.
public final class DecisionBook {
    public static final int TEXT_CHARS_MAX = 400;
    public static final int HOUSEHOLDS_MAX = 5_000;

    /// Most questions that are voted on at once.
    public static final int OPEN_MAX = 20;

    private final Book book;
    private final Decisions decisions;
    private final Compounds compounds;

    public DecisionBook(Book book, Decisions decisions, Compounds compounds) {
        this.book = book;
        this.decisions = decisions;
        this.compounds = compounds;
    }

    /// Puts a question to the households of a compound.
    public Outcome ask(OperatorName by, Question question) {
        return book.decide(by, _ -> judge(question));
    }

    private Verdict judge(Question question) {
        if (!isSaid(question.text())) {
            return Verdict.refuse("refused.rights.question");
        }
        int households = question.households();
        int quorum = question.quorum();
        if (households < 1 || households > HOUSEHOLDS_MAX || quorum < 1 || quorum > households) {
            return Verdict.refuse("refused.rights.electorate");
        }
        Integer term = question.termDays();
        if (term != null && (term < 1 || term > Question.TERM_DAYS_MAX)) {
            return Verdict.refuse("refused.rights.term");
        }
        return decisions.open().size() >= OPEN_MAX
                ? Verdict.refuse("refused.rights.too-many-questions")
                : Verdict.write(
                        new DecisionEntry.Asked(
                                decisions.nextNumber(),
                                question.kind(),
                                question.text(),
                                households,
                                quorum,
                                compounds.of(question.compound()).orElse(null),
                                term));
    }

    /// Writes down the same vote of some households, all or none.
    public Outcome vote(OperatorName by, int number, List<HouseholdId> households, Vote vote) {
        return onOpen(
                by,
                number,
                decision -> {
                    Set<HouseholdId> once = new TreeSet<>(households);
                    if (once.isEmpty() || once.size() < households.size()) {
                        return Verdict.refuse("refused.rights.households");
                    }
                    if (once.stream().anyMatch(each -> decisions.hasVoted(number, each))) {
                        return Verdict.refuse("refused.rights.voted-already");
                    }
                    if (decision.votes().size() + once.size() > decision.households()) {
                        return Verdict.refuse("refused.rights.more-than-households");
                    }
                    return new Verdict.Write(
                            once.stream()
                                    .map(each ->
                                            (EntryBody) new DecisionEntry.Voted(number, each, vote))
                                    .toList());
                });
    }

    /// Takes back a vote that was written down wrongly.
    public Outcome strike(OperatorName by, int number, HouseholdId household, String reason) {
        return onOpen(
                by,
                number,
                _ -> {
                    if (!decisions.hasVoted(number, household)) {
                        return Verdict.refuse("refused.rights.not-voted");
                    }
                    return isSaid(reason)
                            ? Verdict.write(new DecisionEntry.VoteStruck(number, household, reason))
                            : Verdict.refuse("refused.rights.reason");
                });
    }

    /// Ends the vote and writes its result down.
    public Outcome close(OperatorName by, int number) {
        return onOpen(
                by,
                number,
                decision -> {
                    int yes = decision.count(Vote.YES);
                    int no = decision.count(Vote.NO);
                    int abstain = decision.count(Vote.ABSTAIN);
                    Decision.State result = Decision.result(yes, no, abstain, decision.quorum());
                    return Verdict.write(
                            new DecisionEntry.Closed(number, result, yes, no, abstain));
                });
    }

    private Outcome onOpen(OperatorName by, int number, Function<Decision, Verdict> judge) {
        return book.decide(
                by,
                _ -> {
                    Optional<Decision> found = decisions.find(number);
                    if (found.isEmpty()) {
                        return Verdict.refuse("refused.rights.no-such-decision");
                    }
                    return found.get().state() == Decision.State.OPEN
                            ? judge.apply(found.get())
                            : Verdict.refuse("refused.rights.closed-already");
                });
    }

    public Optional<Decision> find(int number) {
        return book.read(() -> decisions.find(number)).map(this::meant);
    }

    /// Those that are still voted on, the oldest first.
    public List<Decision> open() {
        return book.read(decisions::open).stream().map(this::meant).toList();
    }

    /// Those with a result, the newest first.
    public List<Decision> closed(int countMax) {
        return book.read(() -> decisions.closed(countMax)).stream().map(this::meant).toList();
    }

    private Decision meant(Decision decision) {
        return decision.in(compounds.of(decision.compound()).orElse(null));
    }

    static boolean isSaid(String text) {
        return !text.isBlank()
                && text.length() <= TEXT_CHARS_MAX
                && text.chars().noneMatch(Character::isISOControl);
    }
}
