package org.menfang.gate;

import org.junit.jupiter.api.Test;

class InputFailureTest {
    @Test
    void an_input_whose_line_is_cut_is_an_alarm_until_it_is_mended() {
        GateScript.running()
                .run(
                        """
                        1s cut north.monitor    -> AlarmRaised INPUT_FAILED, picture
                        2s cut north.monitor
                        3s mended north.monitor -> AlarmReturned
                        4s mended north.monitor
                        """);
    }

    @Test
    void the_alarm_of_a_door_returns_with_the_last_of_its_inputs() {
        GateScript.running()
                .run(
                        """
                        1s cut north.monitor    -> AlarmRaised INPUT_FAILED, picture
                        2s cut north-out.rex
                        3s mended north.monitor
                        4s mended north-out.rex -> AlarmReturned
                        """);
    }

    @Test
    void each_thing_has_an_alarm_of_its_own() {
        GateScript.running()
                .run(
                        """
                        1s cut north.monitor -> AlarmRaised INPUT_FAILED, picture
                        2s cut lamp.current  -> AlarmRaised INPUT_FAILED
                        3s cut panic.alarm   -> AlarmRaised INPUT_FAILED
                        4s cut gate.fire     -> AlarmRaised INPUT_FAILED
                        5s mended lamp.current -> AlarmReturned
                        """);
    }

    @Test
    void a_door_whose_contact_is_cut_stays_as_it_was_believed_to_be() {
        GateScript.running()
                .run(
                        """
                        1s cut north.monitor    -> AlarmRaised INPUT_FAILED, picture
                        2s mended north.monitor -> AlarmReturned
                        3s open north
                        4s tick -> DoorOpened, AlarmRaised FORCED_OPEN, picture
                        """);
    }

    @Test
    void a_weak_supply_is_an_alarm_until_it_is_strong_again() {
        GateScript.running()
                .run(
                        """
                        1s supply weak   -> AlarmRaised UNDER_VOLTAGE
                        2s supply weak
                        3s supply strong -> AlarmReturned
                        """);
    }
}
