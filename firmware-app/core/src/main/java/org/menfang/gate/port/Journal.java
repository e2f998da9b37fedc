package org.menfang.gate.port;

import org.menfang.gate.Memory;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Event;

/// The durable record of a gate. Its methods never block: they queue, in order, and the answers
/// come to the inbox.
///
/// The journal chains events: each is stored with the hash of the one before it in its stream, in
/// the transaction that stores it.
public interface Journal {
    /// Answered by `JournalCommitted`, or by `JournalFailed` and, once it is stored after all,
    /// `JournalRecovered`.
    void append(Event event);

    /// Stored in one transaction with the events appended before it.
    void remember(Memory memory);

    /// Writes a line of the ledger. It is durable no later than the events appended after it.
    void keep(Entry entry);

    /// Strikes a line of the ledger, in the same order.
    void forget(EntryKey key);

    /// Answered by `AcknowledgementMatched`, with the position from which sending goes on, or by
    /// `AcknowledgementDiverged`. A hub that went back (it was restored from a backup) gets its own
    /// position. Where the events that it lacks are gone, the answer is the last event that is
    /// gone, and `EventsDropped` names the range.
    void checkAcknowledgement(Acknowledgement acknowledgement);

    /// Answered by `HeadSignatureMade`, for the last event up to `seq` that the journal holds; not
    /// answered where it holds none.
    void signHead(EventStream stream, long seq);
}
