package org.menfang.hub.roster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;

/// Who answers now.
///
/// @param answering the shift that answers
/// @param persons who of it, in the order in which they are told
/// @param since when they took over
/// @param running the shift that the roster has now
/// @param until when the running shift ends
/// @param waiting whether the running shift has not taken over yet
/// @param handOver the hand-over that one side has signed; none for none
public record Duty(
        Slot answering,
        List<OperatorName> persons,
        Instant since,
        Slot running,
        Instant until,
        boolean waiting,
        @Nullable HandOver handOver) {
    public Duty {
        persons = List.copyOf(persons);
    }
}
