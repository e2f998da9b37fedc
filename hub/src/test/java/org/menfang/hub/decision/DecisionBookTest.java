package org.menfang.hub.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.json.Json;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;

class DecisionBookTest {
    private static final OperatorName WANG = new OperatorName("王议长");
    private static final CompoundId XINGHUA = new CompoundId("xinghua");

    private final InMemoryBookStore store = new InMemoryBookStore();
    private Decisions decisions = new Decisions();
    private DecisionBook desk = open();

    private DecisionBook open() {
        decisions = new Decisions();
        return new DecisionBook(
                Book.open(store, () -> Instant.EPOCH, List.of(decisions)),
                decisions,
                Compounds.only(XINGHUA));
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> "done";
            case Outcome.Refused(String key) -> key.replace("refused.rights.", "");
            case Outcome.Failed _ -> "failed";
        };
    }

    private String ask(int households, int quorum) {
        return said(desk.ask(WANG, new Question(DecisionKind.QUOTA, "三天出门一次", households, quorum)));
    }

    private String vote(Vote vote, String... households) {
        return said(
                desk.vote(WANG, 1, Arrays.stream(households).map(HouseholdId::new).toList(), vote));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    yes | no | abstain | quorum | result
                      0 |  0 |       0 |      1 | NO_QUORUM
                      5 |  0 |       0 |      6 | NO_QUORUM
                      5 |  0 |       1 |      6 | PASSED
                      3 |  3 |       0 |      6 | REJECTED
                      4 |  3 |       0 |      6 | PASSED
                      4 |  3 |       1 |      6 | REJECTED
                      0 |  0 |       6 |      6 | REJECTED
                    """,
            useHeadersInDisplayName = true)
    void a_majority_of_the_votes_decides_if_enough_households_vote(
            int yes, int no, int abstain, int quorum, Decision.State result) {
        assertEquals(result, Decision.result(yes, no, abstain, quorum));
    }

    @Test
    void a_household_has_one_vote() {
        assertEquals("done", ask(4, 2));
        assertEquals("done", vote(Vote.YES, "h1", "h2"));
        assertEquals("voted-already", vote(Vote.NO, "h2"));
        assertEquals("voted-already", vote(Vote.NO, "h3", "h1"));
        assertEquals("households", vote(Vote.NO, "h3", "h3"));
        assertEquals("households", vote(Vote.NO));
        assertEquals("more-than-households", vote(Vote.NO, "h3", "h4", "h5"));
        assertEquals(2, decisions.find(1).orElseThrow().votes().size());
        assertEquals("done", said(desk.close(WANG, 1)));
        Decision passed = decisions.find(1).orElseThrow();
        assertEquals(Decision.State.PASSED, passed.state());
        assertEquals(WANG, passed.closedBy());
        assertEquals("closed-already", vote(Vote.NO, "h3"));
        assertEquals("closed-already", said(desk.close(WANG, 1)));
    }

    @Test
    void a_vote_that_was_written_down_wrongly_is_struck_and_stays_in_the_log() {
        ask(4, 2);
        vote(Vote.YES, "h1");
        assertEquals("not-voted", said(desk.strike(WANG, 1, new HouseholdId("h2"), "写错了")));
        assertEquals("reason", said(desk.strike(WANG, 1, new HouseholdId("h1"), " ")));
        assertEquals("done", said(desk.strike(WANG, 1, new HouseholdId("h1"), "写错了")));
        assertEquals("done", vote(Vote.NO, "h1"));
        assertEquals(1, decisions.find(1).orElseThrow().count(Vote.NO));
        assertEquals(0, decisions.find(1).orElseThrow().count(Vote.YES));
    }

    @Test
    void what_cannot_be_counted_is_not_asked() {
        assertEquals("electorate", ask(0, 0));
        assertEquals("electorate", ask(10, 0));
        assertEquals("electorate", ask(10, 11));
        assertEquals("electorate", ask(DecisionBook.HOUSEHOLDS_MAX + 1, 5));
        assertEquals(
                "question", said(desk.ask(WANG, new Question(DecisionKind.OTHER, " ", 10, 5))));
        assertEquals(
                "question", said(desk.ask(WANG, new Question(DecisionKind.OTHER, "a\nb", 10, 5))));
        assertEquals("no-such-decision", said(desk.close(WANG, 1)));
        IntStream.range(0, DecisionBook.OPEN_MAX).forEach(_ -> assertEquals("done", ask(10, 5)));
        assertEquals("too-many-questions", ask(10, 5));
    }

    @Test
    void votes_and_results_are_known_after_a_restart() {
        ask(4, 2);
        vote(Vote.YES, "h1", "h2");
        Decision before = decisions.find(1).orElseThrow();
        desk = open();
        assertEquals(before, desk.find(1).orElseThrow());
        desk.close(WANG, 1);
        desk = open();
        assertEquals(Decision.State.PASSED, desk.closed(1).getFirst().state());
        assertEquals(List.of(), desk.open());
    }

    @Test
    void a_question_belongs_to_a_compound_and_an_old_one_to_the_first() {
        CompoundId north = new CompoundId("north");
        assertEquals(
                "done",
                said(desk.ask(WANG, new Question(north, DecisionKind.QUOTA, "a", 9, 5, 30))));
        assertEquals("done", ask(4, 2));
        assertEquals(
                List.of(north, XINGHUA), desk.open().stream().map(Decision::compound).toList());

        // As the log had it before questions named a compound.
        String before =
                "{\"number\":1,\"kind\":\"QUOTA\",\"text\":\"a\",\"households\":4,\"quorum\":2}";
        DecisionEntry.Asked old =
                Json.parse(before.getBytes(StandardCharsets.UTF_8), DecisionEntry.Asked.class)
                        .orThrow();
        assertNull(old.compound());
        assertNull(old.termDays());
    }

    @Test
    void a_term_has_up_to_ten_years() {
        assertEquals("term", term(0));
        assertEquals("done", term(3_650));
        assertEquals("term", term(3_651));
    }

    private String term(int days) {
        return said(desk.ask(WANG, new Question(null, DecisionKind.QUOTA, "a", 9, 5, days)));
    }
}
