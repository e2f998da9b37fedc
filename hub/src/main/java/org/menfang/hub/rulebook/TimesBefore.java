package org.menfang.hub.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.rules.RuleSet;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.Sha256;

/// The times of compounds from before a curfew, each a file under its hash, so that the curfew can
/// be taken back however many rule sets come meanwhile.
public final class TimesBefore {
    private static final String ENDING = ".times";

    private final Path folder;

    private TimesBefore(Path folder) {
        this.folder = folder;
    }

    public static TimesBefore open(Path folder) throws IOException {
        return new TimesBefore(PrivateFiles.folder(folder));
    }

    Sha256 keep(RuleSet rules) throws IOException {
        byte[] text = Json.write(Curfew.timesOf(rules));
        Sha256 digest = Sha256.of(text);
        PrivateFiles.write(file(digest), text);
        return digest;
    }

    /// Empty if it is not there, or is not what it was.
    Optional<RuleSet> find(Sha256 digest) throws IOException {
        if (!Files.exists(file(digest))) {
            return Optional.empty();
        }
        byte[] text = Files.readAllBytes(file(digest));
        return Sha256.of(text).equals(digest)
                        && Json.parse(text, RuleSet.class)
                                instanceof Parsed.Read<RuleSet>(RuleSet rules)
                ? Optional.of(rules)
                : Optional.empty();
    }

    private Path file(Sha256 digest) {
        return folder.resolve(digest.value() + ENDING);
    }
}
