package org.menfang.hub.board;

import java.time.Instant;
import java.util.List;

/// Everything that is open now, alarms first, as the hub knows it.
///
/// @param version counts up with every change, so that a page knows whether it has the newest
/// @param madeAt the hub's clock
/// @param alarms open alarms, the most urgent and then the newest first
/// @param gates every gate that ever enrolled, by compound and name
public record Board(long version, Instant madeAt, List<AlarmCard> alarms, List<GateCard> gates) {
    public static final Board EMPTY = new Board(0, Instant.EPOCH, List.of(), List.of());

    public Board {
        alarms = List.copyOf(alarms);
        gates = List.copyOf(gates);
    }
}
