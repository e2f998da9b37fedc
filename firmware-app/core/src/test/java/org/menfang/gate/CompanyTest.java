package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.menfang.rules.AccessPointRule;
import org.menfang.wire.EventBody;

/// Who passes only together with somebody, or by somebody else's word.
class CompanyTest {
    private static GateScript quiet(AccessPointRule... points) {
        return gate(points).showing(ScriptEffects.Kind.EVENT);
    }

    private static GateScript gate(AccessPointRule... points) {
        return GateScript.runningAt(Samples.NOON, DialogueSamples.table(points))
                .showing(
                        ScriptEffects.Kind.OUTPUT,
                        ScriptEffects.Kind.EVENT,
                        ScriptEffects.Kind.READER);
    }

    @Test
    void two_persons_pass_together_and_each_grant_names_the_other() {
        GateScript script = gate(DialogueSamples.twoAtNorth(false));
        script.run(
                """
                1s  card north 01:0001 -> show NEXT_PERSON
                20s card north 01:0002 -> AccessGranted h-1, show READ, AccessGranted h-2, Unlock north, show GRANTED
                """);
        List<String> companions =
                grants(script)
                        .map(granted -> granted.holder() + "+" + granted.grounds().companion())
                        .toList();
        assertEquals(List.of("h-1+h-2", "h-2+h-1"), companions);
    }

    private static Stream<EventBody.AccessGranted> grants(GateScript script) {
        return script.all().stream()
                .mapMulti((effect, each) -> {
                    if (effect instanceof Effect.Append(var event)
                            && event.body() instanceof EventBody.AccessGranted granted) {
                        each.accept(granted);
                    }
                });
    }

    @Test
    void one_person_is_not_two() {
        gate(DialogueSamples.twoAtNorth(false))
                .run(
                        """
                        1s  card north 01:0001 -> show NEXT_PERSON
                        3s  card north 01:0011 -> show DENIED_WAIT, AccessDenied SECOND_PERSON_MISSING
                        10s card north 01:0001 -> show NEXT_PERSON
                        39s tick
                        40s tick               -> show DENIED_WAIT, AccessDenied SECOND_PERSON_MISSING
                        41s card north 01:0002 -> show NEXT_PERSON
                        """);
    }

    @Test
    void a_first_person_whose_right_has_ended_meanwhile_leaves_the_second_waiting() {
        GateScript.runningAt(
                        Samples.NOON.plus(Duration.ofHours(2)).minus(Duration.ofSeconds(10)),
                        DialogueSamples.table(DialogueSamples.twoAtNorth(false)))
                .showing(ScriptEffects.Kind.EVENT, ScriptEffects.Kind.READER)
                .run(
                        """
                        1s  card north 01:0005 -> show NEXT_PERSON
                        11s card north 01:0001 -> show DENIED_BLOCKED, AccessDenied EXPIRED, show NEXT_PERSON
                        41s tick               -> show DENIED_WAIT, AccessDenied SECOND_PERSON_MISSING
                        50s card north 01:0001 -> show NEXT_PERSON
                        60s card north 01:0002 -> AccessGranted h-1, show READ, AccessGranted h-2, show GRANTED
                        """);
    }

    @Test
    void each_of_two_persons_enters_a_pin_where_one_is_asked_for() {
        gate(DialogueSamples.twoAtNorth(true))
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s  card north 01:0011
                        2s  keys north 2468#
                        31s card north 01:0012
                        40s keys north 1357# -> AccessGranted h-1, AccessGranted h-2
                        """);
    }

    @Test
    void a_visitor_comes_only_after_somebody_who_may_escort() {
        quiet(DialogueSamples.escortAtNorth())
                .run(
                        """
                        1s  card north 01:0013 -> AccessDenied ESCORT_MISSING
                        3s  card north 01:0001 -> AccessGranted h-1
                        20s card north 01:0013 -> AccessNotTaken, AccessGranted h-8
                        63s card north 01:0013 -> AccessNotTaken, AccessDenied ESCORT_MISSING
                        """);
    }

    @Test
    void a_volunteer_lets_somebody_in_who_has_nothing_to_show() {
        GateScript script =
                gate(DialogueSamples.pinAtNorth())
                        .showing(
                                ScriptEffects.Kind.EVENT,
                                ScriptEffects.Kind.RESULT,
                                ScriptEffects.Kind.OUTPUT);
        script.run(
                """
                1s assist north h-1 -> AccessGranted h-1, CommandAnswered DONE, result DONE, Unlock north
                9s assist north h-6 -> Lock north, AccessNotTaken, AccessDenied NOT_PERMITTED_HERE, CommandAnswered REFUSED_BY_STATE, result REFUSED_BY_STATE
                10s assist north h-99 -> CommandAnswered REFUSED_UNKNOWN_TARGET, result REFUSED_UNKNOWN_TARGET
                11s assist west h-1 -> CommandAnswered REFUSED_UNKNOWN_TARGET, result REFUSED_UNKNOWN_TARGET
                """);
        assertEquals(
                "李阿姨",
                grants(script)
                        .map(granted -> String.valueOf(granted.grounds().assistedBy()))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void a_volunteer_who_shows_a_card_three_times_in_ten_seconds_says_more_than_that() {
        quiet().run(
                        """
                        1s  card north 01:0007 -> AccessGranted h-7
                        5s  card north 01:0007 -> AccessGranted h-7
                        11s card north 01:0007 -> AccessNotTaken, AccessGranted h-7
                        13s card north 01:0007 -> AccessGranted h-7, LevelChanged PATROL_PRESENT
                        20s card north 01:0001 -> AccessNotTaken, AccessGranted h-1
                        22s card north 01:0001 -> AccessGranted h-1
                        24s card north 01:0001 -> AccessGranted h-1
                        """);
    }

    @Test
    void a_person_whom_a_volunteer_lets_in_may_be_the_second_of_two() {
        quiet(DialogueSamples.twoAtNorth(false))
                .run(
                        """
                        1s  assist north h-2   -> AccessDenied SECOND_PERSON_MISSING, CommandAnswered REFUSED_BY_STATE
                        2s  card north 01:0001
                        5s  assist north h-2   -> AccessGranted h-1, AccessGranted h-2, CommandAnswered DONE
                        """);
    }
}
