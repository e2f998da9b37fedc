package org.menfang.gate.port;

import org.menfang.gate.Memory;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Event;

/// A journal before another one, to which everything goes that is not done differently here.
public interface ForwardingJournal extends Journal {
    /// The journal behind it.
    Journal to();

    @Override
    default void append(Event event) {
        to().append(event);
    }

    @Override
    default void remember(Memory memory) {
        to().remember(memory);
    }

    @Override
    default void keep(Entry entry) {
        to().keep(entry);
    }

    @Override
    default void forget(EntryKey key) {
        to().forget(key);
    }

    @Override
    default void checkAcknowledgement(Acknowledgement acknowledgement) {
        to().checkAcknowledgement(acknowledgement);
    }

    @Override
    default void signHead(EventStream stream, long seq) {
        to().signHead(stream, seq);
    }
}
