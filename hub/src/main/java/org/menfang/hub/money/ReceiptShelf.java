package org.menfang.hub.money;

import java.util.Optional;
import org.menfang.vocabulary.Sha256;

/// Where pictures of receipts are kept.
public interface ReceiptShelf {
    /// Keeps a picture durably; empty if it is no JPEG, or there is no room.
    Optional<Sha256> keep(byte[] jpeg);

    Optional<byte[]> find(Sha256 digest);
}
