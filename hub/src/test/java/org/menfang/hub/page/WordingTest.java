package org.menfang.hub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @Test
    void what_is_put_in_is_not_looked_at_again() {
        assertEquals(
                "{count} at {kind}: 3 $1",
                Wording.fill(
                        "{kind} at {place}: {count} $1",
                        "kind",
                        "{count}",
                        "place",
                        "{kind}",
                        "count",
                        3));
    }

    @Test
    void a_place_without_a_value_stays() {
        assertEquals("{a} b", Wording.fill("{a} {b}", "b", "b"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S, age.seconds 0",
        "PT119S, age.seconds 119",
        "PT2M, age.minutes 2",
        "PT119M, age.minutes 119",
        "PT2H, age.hours 2",
        "PT47H, age.hours 47",
        "P2D, age.days 2"
    })
    void a_span_is_told_in_the_largest_unit_of_which_there_are_two(String span, String said) {
        assertEquals(said, Wording.span(key -> key + " {n}", Duration.parse(span)));
    }
}
