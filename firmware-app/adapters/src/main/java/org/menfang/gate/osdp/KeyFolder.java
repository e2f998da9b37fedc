package org.menfang.gate.osdp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.ReaderId;

/// Keys in files that only the gate's own user reads, one for each reader: `osdp-north-in.key`, and
/// beside it `osdp-north-in.proposed` while it is given another one.
public record KeyFolder(Path folder) implements KeyShelf {
    private static final System.Logger LOG = System.getLogger(KeyFolder.class.getName());
    private static final int FILE_BYTES_MAX = 64;

    @Override
    public Kept of(ReaderId reader) {
        Optional<Optional<BaseKey>> own = read(own(reader));
        Optional<Optional<BaseKey>> proposed = read(proposed(reader));
        return new Kept(found(own), found(proposed), isDamaged(own) || isDamaged(proposed));
    }

    private static boolean isDamaged(Optional<Optional<BaseKey>> read) {
        return read.isPresent() && read.get().isEmpty();
    }

    private static @Nullable BaseKey found(Optional<Optional<BaseKey>> read) {
        return read.flatMap(key -> key).orElse(null);
    }

    @Override
    public void propose(ReaderId reader, BaseKey key) throws IOException {
        PrivateFiles.folder(folder);
        PrivateFiles.write(proposed(reader), key.text() + "\n");
    }

    @Override
    public void confirm(ReaderId reader) throws IOException {
        BaseKey key = found(read(proposed(reader)));
        if (key == null) {
            throw new IOException("no key was proposed: " + proposed(reader));
        }
        PrivateFiles.write(own(reader), key.text() + "\n");
        Files.delete(proposed(reader));
    }

    /// Nothing where there is no file; nothing inside where it is no key.
    private static Optional<Optional<BaseKey>> read(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                return Optional.of(Optional.empty());
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return Optional.of(BaseKey.read(text.strip()).filter(key -> !key.isDefault()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the key of a reader cannot be read", e);
            return Optional.of(Optional.empty());
        }
    }

    private Path own(ReaderId reader) {
        return folder.resolve("osdp-" + reader + ".key");
    }

    private Path proposed(ReaderId reader) {
        return folder.resolve("osdp-" + reader + ".proposed");
    }
}
