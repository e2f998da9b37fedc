package org.menfang.hub.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.menfang.hub.device.PictureShelf;
import org.menfang.hub.money.ReceiptShelf;
import org.menfang.vocabulary.Sha256;

/// Keeps pictures of receipts where those of gates are kept.
record PictureReceipts(PictureShelf shelf) implements ReceiptShelf {
    @Override
    public Optional<Sha256> keep(byte[] jpeg) {
        Sha256 digest = Sha256.of(jpeg);
        try {
            return switch (shelf.keep(digest, jpeg)) {
                case KEPT, WAS_THERE -> Optional.of(digest);
                case NOT_A_JPEG, OTHER_DIGEST, NO_ROOM -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> find(Sha256 digest) {
        return shelf.find(digest)
                .map(file -> {
                    try {
                        return Files.readAllBytes(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
