package org.menfang.gate;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.site.SirenPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.SirenId;

/// When sirens sound and when they fall silent.
class SirensTest {
    private static final SirenPlan SIREN =
            new SirenPlan(new SirenId("yard"), "警号", Duration.ofSeconds(60), true);

    @Test
    void a_siren_sounds_until_somebody_answers() {
        run(
                """
                1s panic on  -> AlarmRaised PANIC, Siren on, Strobe on
                2s panic off -> AlarmReturned
                3s acknowledge PANIC -> AlarmAcknowledged, CommandAnswered DONE, result DONE, Siren off, Strobe off
                4s reset PANIC -> AlarmReset, CommandAnswered DONE, result DONE
                """);
    }

    @Test
    void a_siren_falls_silent_after_its_time_and_its_light_goes_on() {
        run(
                """
                1s  panic on  -> AlarmRaised PANIC, Siren on, Strobe on
                60s tick
                61s tick -> Siren off
                70s acknowledge PANIC -> AlarmAcknowledged, CommandAnswered DONE, result DONE, Strobe off
                """);
    }

    @Test
    void a_cause_that_comes_back_after_an_answer_sounds_again() {
        run(
                """
                1s panic on  -> AlarmRaised PANIC, Siren on, Strobe on
                2s panic off -> AlarmReturned
                3s acknowledge PANIC -> AlarmAcknowledged, CommandAnswered DONE, result DONE, Siren off, Strobe off
                4s panic on  -> AlarmRaised PANIC, Siren on, Strobe on
                """);
    }

    @Test
    void another_alarm_begins_the_time_anew_and_is_answered_for_itself() {
        run(
                """
                1s  panic on -> AlarmRaised PANIC, Siren on, Strobe on
                31s fire on  -> AlarmRaised FIRE, Unlock north, Unlock south
                32s acknowledge PANIC -> AlarmAcknowledged, CommandAnswered DONE, result DONE
                90s tick
                91s tick -> Siren off
                92s acknowledge FIRE -> AlarmAcknowledged, CommandAnswered DONE, result DONE, Strobe off
                """);
    }

    @Test
    void what_is_no_danger_makes_no_sound() {
        run(
                """
                1s cut panic.alarm -> AlarmRaised INPUT_FAILED
                2s supply weak     -> AlarmRaised UNDER_VOLTAGE
                """);
    }

    @Test
    void duress_is_silent() {
        GateScript.runningAt(
                        Samples.NOON, site(), DialogueSamples.table(DialogueSamples.pinAtNorth()))
                .showing(ScriptEffects.Kind.OUTPUT)
                .run(
                        """
                        1s card north 01:0011
                        2s keys north 8642# -> Unlock north
                        """);
    }

    private static void run(String table) {
        GateScript.runningAt(Samples.NOON, site(), Samples.table()).run(table);
    }

    private static Site site() {
        Site plain = Samples.site();
        return new Site(
                plain.compound(),
                plain.gate(),
                plain.name(),
                plain.zone(),
                plain.place(),
                plain.areas(),
                plain.doors(),
                plain.readers(),
                plain.accessPoints(),
                plain.fire(),
                plain.lamps(),
                plain.cameras(),
                plain.alarmInputs(),
                plain.hub(),
                plain.pins(),
                plain.wiring(),
                List.of(SIREN));
    }
}
