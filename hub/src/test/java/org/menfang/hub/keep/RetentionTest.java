package org.menfang.hub.keep;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    @ParameterizedTest
    @CsvSource({
        "90, 180, true",
        "365, 730, true",
        "89, 180, false",
        "90, 179, false",
        "366, 180, false",
        "90, 731, false"
    })
    void events_are_kept_within_stated_bounds(int passages, int alarms, boolean good) {
        if (good) {
            assertDoesNotThrow(() -> new Retention(passages, alarms));
        } else {
            assertThrows(IllegalArgumentException.class, () -> new Retention(passages, alarms));
        }
    }
}
