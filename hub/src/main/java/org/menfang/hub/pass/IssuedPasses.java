package org.menfang.hub.pass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.PassId;

/// The passes that were issued, one small file each.
final class IssuedPasses {
    private static final String ENDING = ".json";

    private final Path folder;

    IssuedPasses(Path folder) {
        this.folder = folder;
    }

    boolean holds(PassId id) {
        return Files.exists(file(id));
    }

    void keep(IssuedPass pass) throws IOException {
        PrivateFiles.write(file(pass.id()), Json.write(pass));
    }

    /// @throws IOException if the file holds something else
    Optional<IssuedPass> find(PassId id) throws IOException {
        try {
            return Optional.of(read(file(id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Whether one more may be kept. What has expired makes room, but only when room is needed: an
    /// expired pass is still worth a look.
    boolean hasRoom(int most, Instant now) throws IOException {
        List<Path> files = files();
        if (files.size() < most) {
            return true;
        }
        int left = files.size();
        for (Path file : files) {
            if (!now.isBefore(read(file).pass().expires()) && Files.deleteIfExists(file)) {
                left--;
            }
        }
        return left < most;
    }

    private static IssuedPass read(Path file) throws IOException {
        return switch (Json.parse(Files.readAllBytes(file), IssuedPass.class)) {
            case Parsed.Read<IssuedPass>(IssuedPass pass) -> pass;
            case Parsed.Malformed<IssuedPass>(String why) ->
                    throw new IOException("not a pass: " + file + ": " + why);
        };
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
    }

    private Path file(PassId id) {
        return folder.resolve(id.value() + ENDING);
    }
}
