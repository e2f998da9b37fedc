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
}
