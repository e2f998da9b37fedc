package org.menfang.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmStateTest {
    /// GB 50394-2007 5.2: an alarm holds until a person has ended it.
    private static final String TABLE =
            """
            state        | RAISE        | RETURN   | ACKNOWLEDGE  | RESET
            RAISED       | RAISED       | RETURNED | ACKNOWLEDGED | -
            ACKNOWLEDGED | ACKNOWLEDGED | LATCHED  | ACKNOWLEDGED | -
            RETURNED     | RAISED       | RETURNED | LATCHED      | -
            LATCHED      | RAISED       | LATCHED  | LATCHED      | RESET
            RESET        | -            | -        | -            | -
            """;

    @Test
    void an_alarm_goes_through_its_states_and_no_others() {
        List<String[]> rows = TABLE.lines().map(line -> line.split("\\s*\\|\\s*")).toList();
        String[] acts = rows.getFirst();
        List<String> states = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            states.add(row[0]);
            for (int i = 1; i < row.length; i++) {
                Optional<AlarmState> expected =
                        row[i].strip().equals("-")
                                ? Optional.empty()
                                : Optional.of(AlarmState.valueOf(row[i].strip()));
                assertEquals(
                        expected,
                        AlarmState.valueOf(row[0]).after(AlarmState.Act.valueOf(acts[i].strip())),
                        row[0] + " " + acts[i]);
            }
        }
        assertEquals(names(AlarmState.values()), states);
        assertEquals(
                names(AlarmState.Act.values()),
                Arrays.stream(acts).skip(1).map(String::strip).toList());
    }

    @Test
    void an_alarm_is_open_until_it_is_reset() {
        for (AlarmState state : AlarmState.values()) {
            assertEquals(state != AlarmState.RESET, state.isOpen(), state.name());
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
