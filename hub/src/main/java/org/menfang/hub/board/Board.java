package org.menfang.hub.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is open now, alarms first, as the hub knows it.
///
/// @param version counts up with every change, so that a page knows whether it has the newest
/// @param madeAt the hub's clock
/// @param alarms open alarms, the most urgent and then the newest first
/// @param gates every gate that ever enrolled, by compound and name
/// @param duty who answers now; none where there is no roster
public record Board(
        long version,
        Instant madeAt,
        List<AlarmCard> alarms,
        List<GateCard> gates,
        @Nullable DutyCard duty) {
    public static final Board EMPTY = new Board(0, Instant.EPOCH, List.of(), List.of());

    public Board {
        alarms = List.copyOf(alarms);
        gates = List.copyOf(gates);
    }

    /// A board that nobody has said yet who answers for.
    public Board(long version, Instant madeAt, List<AlarmCard> alarms, List<GateCard> gates) {
        this(version, madeAt, alarms, gates, null);
    }

    /// The same board with who answers.
    ///
    /// @param changes how often that has changed, which makes a board another one as well
    public Board with(long changes, @Nullable DutyCard newDuty) {
        return new Board(version + changes, madeAt, alarms, gates, newDuty);
    }
}
