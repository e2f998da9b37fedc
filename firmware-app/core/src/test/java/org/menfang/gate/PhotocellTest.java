package org.menfang.gate;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A photocell beside the sun, which rises at 6:00 and sets at 18:00. The lamp comes on 10 minutes
/// before and goes off 10 minutes after.
class PhotocellTest {
    @Test
    void a_dark_noon_brings_the_lamps_on_and_light_puts_them_out() {
        GateScript.running()
                .run(
                        """
                        1m  sky dark
                        2m  tick
                        3m  tick      -> Lamp on, LampSwitched on
                        181s current on
                        10m sky light
                        11m tick
                        12m tick      -> Lamp off, LampSwitched off
                        """);
    }

    @Test
    void a_shadow_and_the_lights_of_a_vehicle_change_nothing() {
        GateScript.running()
                .run(
                        """
                        1m   sky dark
                        2m   sky light
                        3m   tick
                        4m   sky dark
                        5m   tick
                        6m   tick      -> Lamp on, LampSwitched on
                        361s current on
                        7m   sky light
                        8m   sky dark
                        20m  tick
                        """);
    }

    @Test
    void a_photocell_puts_out_no_lamp_at_night() {
        GateScript script = GateScript.runningAt(Samples.NOON.plus(Duration.ofHours(10)));
        script.run(
                """
                1m  current on -> AlarmReturned
                2m  sky light
                10m tick
                11m sky dark
                20m tick
                """);
    }
}
