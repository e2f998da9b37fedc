package org.menfang.gate.hublink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.menfang.cose.Keyring;
import org.menfang.cose.VerifyingKey;
import org.menfang.enrol.EnrolmentAnswer;
import org.menfang.tls.PrivateFiles;

/// The keys whose rule sets a gate accepts. It gets them when it joins its hub.
public final class RulesKeys {
    /// Its name in the folder of keys: one key a line, in Base64.
    public static final String FILE_NAME = "rules-keys";

    private static final int FILE_BYTES_MAX = 4096;

    private RulesKeys() {}

    /// Whether the gate got keys when it joined.
    public static boolean areThere(Path folder) {
        return Files.exists(folder.resolve(FILE_NAME));
    }

    /// Reads what lies in the folder of keys; nothing there means that no signed set is accepted.
    ///
    /// @throws IOException if the file cannot be read, or is damaged
    public static Keyring read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.exists(file)) {
            return Keyring.of(List.of());
        }
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new IOException("damaged: " + file + "; join the hub again");
        }
        return Keyring.of(
                keys(Files.readAllLines(file))
                        .orElseThrow(() ->
                                new IOException("damaged: " + file + "; join the hub again")));
    }

    /// Reads keys as they are sent; empty if one of them is none, or there are too many.
    static Optional<List<VerifyingKey>> keys(List<String> texts) {
        List<VerifyingKey> keys = new ArrayList<>();
        texts.forEach(text -> VerifyingKey.read(text).ifPresent(keys::add));
        boolean good = keys.size() == texts.size() && keys.size() <= EnrolmentAnswer.RULES_KEYS_MAX;
        return good ? Optional.of(keys) : Optional.empty();
    }

    /// Keeps keys; none leaves no file, so that the gate can still get some.
    static void store(Path folder, List<VerifyingKey> keys) throws IOException {
        PrivateFiles.folder(folder);
        Path file = folder.resolve(FILE_NAME);
        if (keys.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        PrivateFiles.write(
                file,
                keys.stream().map(VerifyingKey::text).collect(Collectors.joining("\n", "", "\n")));
    }
}
