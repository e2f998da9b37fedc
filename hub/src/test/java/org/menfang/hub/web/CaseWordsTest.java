package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.menfang.hub.incident.Incident;
import org.menfang.hub.incident.IncidentCategory;
import org.menfang.hub.incident.LookKind;
import org.menfang.hub.repair.Closing;
import org.menfang.hub.repair.Handwork;
import org.menfang.hub.repair.Repair;
import org.menfang.hub.repair.RepairEntry;
import org.menfang.hub.repair.RepairState;

/// Whether each value that repairs and incidents can have has a text.
class CaseWordsTest {
    private static Stream<String> keys() {
        return Stream.of(
                        of("cases.repair.state.", RepairState.values()),
                        of("cases.repair.closing.", Closing.values()),
                        of("cases.repair.step.", Repair.StepKind.values()),
                        of("cases.work.", Handwork.values()),
                        of("cases.note.", Handwork.values()),
                        of("cases.picture.", RepairEntry.PictureTime.values()),
                        of("cases.category.", IncidentCategory.values()),
                        of("cases.note-kind.", Incident.NoteKind.values()),
                        of("cases.look.", LookKind.values()),
                        Arrays.stream(Handwork.values()).map(work -> "said.cases." + work.path()))
                .flatMap(each -> each);
    }

    private static Stream<String> of(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_value_has_a_text(String key) {
        assertTrue(new Words().has(key), key);
    }
}
