package org.menfang.hub.pass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.rules.RevokedPass;
import org.menfang.tls.PrivateFiles;

/// The list of passes that were taken back. Each rule set that goes to the gates holds it.
final class RevokedPasses {
    static final String FILE_NAME = "revoked.json";

    /// Most passes that are taken back at a time. Those that have expired make room.
    static final int REVOKED_MAX = 5_000;

    /// How much longer than a pass its revocation is kept, since the clock of a gate may be slow.
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(2);

    private final Path file;

    RevokedPasses(Path file) {
        this.file = file;
    }

    /// Whether there is room for it, or it is there already.
    boolean add(RevokedPass pass, Instant now) throws IOException {
        List<RevokedPass> list = new ArrayList<>(all());
        if (list.stream().anyMatch(each -> each.pass().equals(pass.pass()))) {
            return true;
        }
        list.removeIf(each -> each.expires().plus(KEPT_AFTER_EXPIRY).isBefore(now));
        if (list.size() >= REVOKED_MAX) {
            return false;
        }
        list.add(pass);
        PrivateFiles.write(file, Json.write(new Stored(list)));
        return true;
    }

    /// @throws IOException if the file holds something else: a list that nobody can read is not an
    ///   empty list
    List<RevokedPass> all() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return switch (Json.parse(Files.readAllBytes(file), Stored.class)) {
            case Parsed.Read<Stored>(Stored stored) -> stored.revoked();
            case Parsed.Malformed<Stored>(String why) ->
                    throw new IOException("not a list of passes: " + file + ": " + why);
        };
    }

    /// The content of the file.
    record Stored(List<RevokedPass> revoked) {
        Stored {
            revoked = List.copyOf(revoked);
        }
    }
}
