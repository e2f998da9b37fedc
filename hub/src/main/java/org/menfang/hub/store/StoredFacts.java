package org.menfang.hub.store;

import java.util.Optional;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// What a decision may have to look up among all that is stored.
public interface StoredFacts {
    /// What an event hashes to; empty where the hub does not hold it.
    Optional<Sha256> hashOf(GateIdentity gate, EventStream stream, long seq);

    /// What a picture hashes to; empty while nobody took it.
    Optional<Sha256> pictureOf(GateIdentity gate, PictureId picture);
}
