package org.menfang.hub.cases;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.menfang.hub.cases.CleanPicture.Cleaning;
import org.menfang.hub.device.PictureShelf;
import org.menfang.vocabulary.Sha256;

/// The pictures that people sent with repairs and incidents. Any thread may use it.
///
/// @param shelf holds them under the digests of what is kept; the names of files that were sent
///   play no part
public record CasePictures(PictureShelf shelf) {
    private static final System.Logger LOG = System.getLogger(CasePictures.class.getName());

    /// What became of a picture.
    public sealed interface Keeping {
        /// @param picture digest of what is kept
        /// @param sent digest of the file as it came, which proves that a phone still holds the
        ///   same
        record Kept(Sha256 picture, Sha256 sent) implements Keeping {}

        /// @param key of the text that says why
        record Refused(String key) implements Keeping {}
    }

    /// Keeps a picture, durably.
    public Keeping keep(byte[] sent) {
        return switch (CleanPicture.of(sent)) {
            case Cleaning.Refused(String key) -> new Keeping.Refused(key);
            case Cleaning.Clean(byte[] jpeg) -> keep(jpeg, Sha256.of(sent));
        };
    }

    private Keeping keep(byte[] jpeg, Sha256 sent) {
        Sha256 digest = Sha256.of(jpeg);
        try {
            return switch (shelf.keep(digest, jpeg)) {
                case KEPT, WAS_THERE -> new Keeping.Kept(digest, sent);
                case NO_ROOM -> new Keeping.Refused("refused.cases.no-room");
                case NOT_A_JPEG, OTHER_DIGEST ->
                        throw new IllegalStateException("what was just written is no JPEG");
            };
        } catch (IOException e) {
            LOG.log(Level.ERROR, "a picture that was sent could not be kept", e);
            return new Keeping.Refused("refused.storage");
        }
    }

    /// Reads a picture; empty if it is not there.
    public Optional<byte[]> read(Sha256 picture) {
        Optional<Path> file = shelf.find(picture);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file.get()));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "a picture cannot be read", e);
            return Optional.empty();
        }
    }
}
