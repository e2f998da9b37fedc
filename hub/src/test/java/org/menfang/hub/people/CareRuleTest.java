package org.menfang.hub.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareRuleTest {
    private static final Instant LAST = Instant.parse("2026-11-20T08:00:00Z");

    /// Hours after the last passage: when it is now, when gates were away, and how much counts.
    @ParameterizedTest
    @CsvSource({
        "0,  '',              0",
        "47, '',             47",
        "48, '',             48",
        "60, '10-20',        50",
        "60, '10-20 15-25',  45",
        "60, '10-20 20-25',  45",
        "60, '10-20 30-60',  20",
        "60, '-5-12',        48",
        "60, '50-99',        50",
        "60, '70-99',        60",
        "60, '-5-99',         0"
    })
    void only_time_counts_in_which_every_gate_was_heard(long now, String away, long counted) {
        List<CareRule.Away> gaps =
                away.isEmpty()
                        ? List.of()
                        : Arrays.stream(away.split(" ")).map(CareRuleTest::gap).toList();
        assertEquals(Duration.ofHours(counted), CareRule.counted(LAST, at(now), gaps));
        assertEquals(counted >= 48, CareRule.isDue(LAST, at(now), gaps));
    }

    private static CareRule.Away gap(String text) {
        int middle = text.indexOf('-', 1);
        return new CareRule.Away(
                at(Long.parseLong(text.substring(0, middle))),
                at(Long.parseLong(text.substring(middle + 1))));
    }

    private static Instant at(long hours) {
        return LAST.plus(Duration.ofHours(hours));
    }
}
