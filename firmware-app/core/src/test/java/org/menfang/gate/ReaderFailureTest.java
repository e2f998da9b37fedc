package org.menfang.gate;

import org.junit.jupiter.api.Test;

class ReaderFailureTest {
    @Test
    void a_reader_that_fails_is_an_alarm_until_it_is_heard_again() {
        GateScript.running()
                .run(
                        """
                        1s reader lost  -> AlarmRaised READER_FAILED
                        2s reader lost
                        3s reader found -> AlarmReturned
                        """);
    }

    @Test
    void a_reader_whose_case_is_opened_is_an_alarm_until_it_is_closed() {
        GateScript.running()
                .run(
                        """
                        1s reader opened -> AlarmRaised TAMPER
                        2s reader opened
                        3s reader closed -> AlarmReturned
                        """);
    }
}
