package org.menfang.hub.board;

import java.util.List;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// What gates wrote, as the hub holds it, for whoever has to prove something. Any thread may call
/// it.
@FunctionalInterface
public interface GateRecords {
    /// Events of one stream of a gate in their order.
    ///
    /// @param fromSeq the first one that is asked for
    /// @param count 1 to {@link Desk#EVENTS_MAX}
    List<Kept> from(GateIdentity gate, EventStream stream, long fromSeq, int count);

    /// One event with its proof.
    ///
    /// @param hash of the text; the gate has signed it, or one that stands on it
    /// @param text as the gate wrote it
    record Kept(LoggedEvent event, Sha256 hash, String text) {}
}
