package org.menfang.hub.ingest;

import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;

/// The last event that the hub holds of a stream.
///
/// @param seq 0 for none
/// @param hash {@link Sha256#ZERO} for none
public record StreamPosition(long seq, Sha256 hash) {
    public static final StreamPosition START = new StreamPosition(0, Sha256.ZERO);

    public Acknowledgement acknowledgement(EventStream stream) {
        return new Acknowledgement(stream, seq, hash, null);
    }
}
