package org.menfang.gate;

import org.junit.jupiter.api.Test;

/// The alarm of a disk on which something was lost.
class StorageAlarmTest {
    @Test
    void what_the_disk_has_lost_is_an_alarm_until_nothing_is_missing() {
        GateScript.running()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s storage-mended    -> AlarmRaised STORAGE_FAILED, AlarmReturned
                        2s storage-damaged   -> AlarmRaised STORAGE_FAILED
                        3s journal-failed
                        4s journal-recovered
                        5s new-rules         -> RulesApplied, AlarmReturned
                        """);
    }
}
