package org.menfang.hub.store;

import java.util.List;
import java.util.Optional;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// What a decision may have to look up among all that is stored.
public interface StoredFacts {
    /// What an event hashes to; empty where the hub does not hold it.
    Optional<Sha256> hashOf(GateIdentity gate, EventStream stream, long seq);

    /// The first events of a gate that count for the other gates of its compound (see {@link
    /// org.menfang.wire.PeerEvents#COUNTED}), in the order of their seq.
    ///
    /// @param afterSeq only events with a greater seq
    List<StoredEvent> forPeers(GateIdentity gate, long afterSeq, int count);

    /// What a picture hashes to; empty while nobody took it.
    Optional<Sha256> pictureOf(GateIdentity gate, PictureId picture);
}
