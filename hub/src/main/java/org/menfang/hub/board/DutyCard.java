package org.menfang.hub.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;

/// Who answers now.
///
/// @param shift the shift that answers: `EARLY`, `LATE` or `NIGHT`
/// @param persons in the order in which they are told
/// @param since when they took over
/// @param waiting the shift that should have taken over and has not; none where none is late
public record DutyCard(
        String shift, List<OperatorName> persons, Instant since, @Nullable String waiting) {
    public DutyCard {
        persons = List.copyOf(persons);
    }
}
