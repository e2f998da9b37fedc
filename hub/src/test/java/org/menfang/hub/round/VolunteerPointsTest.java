package org.menfang.hub.round;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.menfang.hub.roster.Crew;
import org.menfang.hub.roster.RosterBook;
import org.menfang.hub.roster.Shift;
import org.menfang.hub.roster.Slot;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

class VolunteerPointsTest {
    private static final Instant TEN = Instant.parse("2026-11-23T14:00:00Z");
    private static final OperatorName WANG = new OperatorName("wang");
    private static final OperatorName LI = new OperatorName("li");

    private static Round due(String id) {
        Tour tour =
                new Tour(
                        "tour-1",
                        new CompoundId("xinghua"),
                        "夜巡",
                        true,
                        List.of(point("p1"), point("p2")),
                        List.of());
        return Round.due(id, tour, TEN, TEN.plusSeconds(3_600));
    }

    private static Checkpoint point(String id) {
        return new Checkpoint(id, id, How.BUTTON, null, null, 1, List.of());
    }

    private static Round after(Round round, RoundAct... acts) {
        for (RoundAct act : acts) {
            round = round.step(act) instanceof Step.Taken(Round next) ? next : round;
        }
        return round;
    }

    private static RoundAct begin() {
        return new RoundAct.Begin(WANG, TEN);
    }

    private static RoundAct reach(String point) {
        return new RoundAct.Reach(WANG, TEN.plusSeconds(60), point, How.BUTTON);
    }

    private static RoundAct end(String reason) {
        return new RoundAct.End(WANG, TEN.plusSeconds(600), reason);
    }

    private static final List<Round> ROUNDS =
            List.of(
                    after(
                            due("whole"),
                            begin(),
                            reach("p1"),
                            new RoundAct.Report(WANG, TEN, "p1", "灯坏了"),
                            reach("p2"),
                            end("")),
                    after(due("part"), begin(), reach("p1"), end("下雨")),
                    after(due("nothing"), begin(), end("下雨")),
                    after(due("missed"), new RoundAct.Lapse(TEN.plusSeconds(3_600))),
                    after(due("walking"), begin()),
                    due("due"));

    @Test
    void points_follow_the_table() {
        List<RosterBook.Served> shifts =
                List.of(
                        served(Shift.EARLY, new Crew(List.of(WANG), LI)),
                        served(Shift.NIGHT, new Crew(List.of(), LI)));
        assertEquals(
                "li 10, wang 8",
                VolunteerPoints.of(shifts, ROUNDS).stream()
                        .map(line -> line.who() + " " + line.sum())
                        .collect(Collectors.joining(", ")));
    }

    private static RosterBook.Served served(Shift shift, Crew crew) {
        return new RosterBook.Served(new Slot(LocalDate.of(2026, 11, 23), shift), crew, TEN);
    }

    @Test
    void the_figures_count_what_is_over() {
        assertEquals(new RoundFigures(4, 1, 2, 1), RoundFigures.of(ROUNDS));
    }
}
