package org.menfang.hub.ingest;

import org.menfang.vocabulary.EventStream;

/// A place where the hub's copy of a stream is not whole.
///
/// @param fromSeq the first event that is missing, or that does not follow the one before it
/// @param toSeq the last event that is missing; `fromSeq - 1` where none is, but the chain is
///   broken
/// @param why in English, for the log and the audit
public record ChainGap(EventStream stream, long fromSeq, long toSeq, String why) {
    public boolean isMissing() {
        return toSeq >= fromSeq;
    }

    /// The stretch in few words.
    public String stretch() {
        String events = fromSeq == toSeq || !isMissing() ? "" + fromSeq : fromSeq + "-" + toSeq;
        return stream.wireName() + " " + events;
    }
}
