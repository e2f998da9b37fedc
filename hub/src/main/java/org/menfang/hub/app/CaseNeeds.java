package org.menfang.hub.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.menfang.hub.board.GateRecords;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.device.PictureShelf;
import org.menfang.hub.incident.EvidenceKey;
import org.menfang.hub.loop.HubLoop;
import org.menfang.hub.trust.SigningKeyFile;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.Sha256;

/// What repairs and incidents stand on, beside the book.
///
/// @param pictures those that people sent
/// @param gatePictures those that gates took
/// @param records what gates wrote
/// @param key signs what leaves the hub
/// @param copies for what leaves the hub
record CaseNeeds(
        CasePictures pictures,
        PictureShelf gatePictures,
        GateRecords records,
        EvidenceKey key,
        Path copies) {
    private static final String KEY = "evidence-key.pem";

    /// Room on the disk that pictures leave to others.
    private static final long DISK_FREE_BYTES_MIN = 256L * 1024 * 1024;

    static CaseNeeds of(DataFolder data, HubLoop loop) throws IOException {
        return new CaseNeeds(
                new CasePictures(PictureShelf.open(data.cases(), DISK_FREE_BYTES_MIN)),
                PictureShelf.open(data.pictures(), DISK_FREE_BYTES_MIN),
                loop.records(),
                new EvidenceKey(
                        SigningKeyFile.open(PrivateFiles.folder(data.trust()).resolve(KEY))),
                PrivateFiles.folder(data.cases().resolve(DataFolder.COPIES)));
    }

    /// A picture, whoever took it.
    Optional<byte[]> picture(Sha256 digest) {
        return pictures.read(digest).or(() -> gatePictures.find(digest).map(CaseNeeds::read));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
