package org.menfang.hub.round;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// Each line of a table: the time, who, what, what becomes of it, and the round afterwards. The
/// round is due from 22:00 to 23:00 and leads to the places a, b and c.
class RoundTest {
    private static Tour tour(boolean anyOrder) {
        return new Tour(
                "tour-1",
                new CompoundId("xinghua"),
                "夜巡",
                anyOrder,
                List.of(point("a"), point("b"), point("c")),
                List.of());
    }

    private static Checkpoint point(String id) {
        return new Checkpoint(id, id, How.NFC, null, null, 1, List.of(new Check("lamp", "灯亮")));
    }

    private static void check(boolean anyOrder, String table) {
        Round round = Round.due("r", tour(anyOrder), at("22:00"), at("23:00"));
        for (String line : table.lines().toList()) {
            String[] columns = line.split("\\|", -1);
            Step step = round.step(act(columns[0].strip().split(" +", -1)));
            String became =
                    switch (step) {
                        case Step.Taken _ -> "ok";
                        case Step.Known() -> "known";
                        case Step.Refused(String key) -> key.substring("refused.patrol.".length());
                    };
            assertEquals(columns[1].strip(), became, line);
            round = step instanceof Step.Taken(Round after) ? after : round;
            assertEquals(columns[2].strip(), show(round), line);
        }
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-23T00:00:00Z")
                .plusSeconds(LocalTime.parse(time).toSecondOfDay());
    }

    private static RoundAct act(String[] words) {
        Instant at = at(words[0]);
        OperatorName who = new OperatorName(words[1]);
        return switch (words[2]) {
            case "begins" -> new RoundAct.Begin(who, at);
            case "reaches" -> new RoundAct.Reach(who, at, words[3], How.NFC);
            case "finds" ->
                    new RoundAct.LookAt(who, at, words[3], words[4], words[5].equals("ok"), "");
            case "reports" -> new RoundAct.Report(who, at, words[3], words[4]);
            case "ends" -> new RoundAct.End(who, at, words.length > 3 ? words[3] : "");
            case "lapses" -> new RoundAct.Lapse(at);
            default -> throw new IllegalArgumentException(Arrays.toString(words));
        };
    }

    /// The phase, the places that are missing, and `!` behind places out of order.
    private static String show(Round round) {
        String phase =
                switch (round.phase()) {
                    case Round.Phase.Due() -> "due";
                    case Round.Phase.Walking(OperatorName walker, Instant _) -> walker + " walks";
                    case Round.Phase.Ended ended ->
                            ended.walker()
                                    + (ended.lapsed() ? " lapsed" : " ended")
                                    + (ended.reason().isEmpty() ? "" : ":" + ended.reason());
                    case Round.Phase.Missed() -> "missed";
                };
        String missing = round.missing().stream().map(Checkpoint::id).collect(Collectors.joining());
        String wrong =
                round.tour().points().stream()
                        .filter(round::isOutOfOrder)
                        .map(Checkpoint::id)
                        .collect(Collectors.joining());
        return (phase + " " + missing + (wrong.isEmpty() ? "" : "!" + wrong)).strip();
    }

    @Test
    void a_round_is_walked_from_place_to_place() {
        check(
                false,
                """
                21:59 wang begins    | not-due        | due abc
                22:10 wang reaches a | not-begun      | due abc
                22:10 wang begins    | ok             | wang walks abc
                22:11 wang begins    | known          | wang walks abc
                22:11 li begins      | taken          | wang walks abc
                22:12 wang reaches a | ok             | wang walks bc
                22:13 wang reaches a | known          | wang walks bc
                22:13 li reaches b   | not-your-round | wang walks bc
                22:14 wang reaches x | no-such-point  | wang walks bc
                22:15 wang reaches b | ok             | wang walks c
                22:16 wang finds b lamp no | ok       | wang walks c
                22:16 wang finds b door no | no-such-check | wang walks c
                22:17 wang reports b 灯坏了 | ok       | wang walks c
                22:20 wang reaches c | ok             | wang walks
                22:21 wang ends      | ok             | wang ended
                22:22 wang ends      | round-over     | wang ended
                22:22 wang begins    | round-over     | wang ended
                """);
    }

    @Test
    void an_early_end_needs_a_reason() {
        check(
                false,
                """
                22:10 wang begins      | ok             | wang walks abc
                22:12 wang reaches a   | ok             | wang walks bc
                22:13 wang ends        | reason         | wang walks bc
                22:13 li ends 下雨      | not-your-round | wang walks bc
                22:14 wang ends 下雨    | ok             | wang ended:下雨 bc
                """);
    }

    @Test
    void places_out_of_order_count_and_are_marked_where_the_order_matters() {
        String table =
                """
                22:10 wang begins    | ok | wang walks abc
                22:11 wang reaches b | ok | wang walks ac%s
                22:12 wang reaches a | ok | wang walks c%s
                22:13 wang reaches c | ok | wang walks%s
                """;
        check(false, table.formatted("!b", "!b", " !b"));
        check(true, table.formatted("", "", ""));
    }

    @Test
    void what_a_phone_or_a_gate_tells_late_counts_by_when_it_happened() {
        check(
                false,
                """
                23:00 hub lapses     | ok         | missed abc
                22:30 wang begins    | ok         | wang walks abc
                22:31 wang reaches a | ok         | wang walks bc
                22:50 wang ends 下雨  | ok         | wang ended:下雨 bc
                22:35 wang reaches b | ok         | wang ended:下雨 c
                22:59 wang reaches c | round-over | wang ended:下雨 c
                22:20 wang reaches c | before-begin | wang ended:下雨 c
                """);
    }

    @Test
    void a_round_that_nobody_ends_ends_by_itself() {
        check(
                true,
                """
                22:59 hub lapses     | known | due abc
                22:59 wang begins    | ok    | wang walks abc
                23:30 wang reaches c | ok    | wang walks ab
                23:59 hub lapses     | known | wang walks ab
                """);
        Round round = Round.due("r", tour(true), at("10:00"), at("11:00"));
        round = taken(round, new RoundAct.Begin(new OperatorName("wang"), at("10:30")));
        round = taken(round, new RoundAct.Lapse(at("13:00")));
        assertEquals("wang lapsed abc", show(round));
        round = taken(round, new RoundAct.End(new OperatorName("wang"), at("11:10"), "腿疼"));
        assertEquals("wang ended:腿疼 abc", show(round));
    }

    private static Round taken(Round round, RoundAct act) {
        return round.step(act) instanceof Step.Taken(Round after) ? after : round;
    }
}
