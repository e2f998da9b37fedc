package org.menfang.hub.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.menfang.cose.SigningKey;
import org.menfang.hub.trust.SigningKeyFile;
import org.menfang.hub.trust.TrustFiles;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.signed.SignedRules;

/// Signs rule sets with the hub's key and puts them on the shelf, beside a hub that may run.
public final class RulesOffice {
    private final SigningKey key;
    private final RulesShelf shelf;

    private RulesOffice(SigningKey key, RulesShelf shelf) {
        this.key = key;
        this.shelf = shelf;
    }

    /// @param data the hub's data folder
    /// @return empty if no hub ever ran there, so that there is no key that a gate could know
    public static Optional<RulesOffice> open(Path data) throws IOException {
        Path key = TrustFiles.rulesKey(data.resolve("trust"));
        return Files.exists(key)
                ? Optional.of(
                        new RulesOffice(
                                SigningKeyFile.open(key), RulesShelf.open(data.resolve("rules"))))
                : Optional.empty();
    }

    /// What became of publishing a file.
    public sealed interface Published {
        record Done(RulesShelf.Shelved shelved, int credentials) implements Published {}

        /// @param faults at least one
        record Faulty(List<RuleFault> faults) implements Published {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        record NotNewer(long version, long newest) implements Published {}
    }

    /// Checks a rules file, signs it, and puts it on the shelf.
    ///
    /// @throws IOException if the file cannot be read, or the shelf not be written
    public Published publish(Path file) throws IOException {
        PackedRules packed = PackedRules.pack(new ByteArrayInputStream(Files.readAllBytes(file)));
        return switch (packed.unpack().check()) {
            case RuleSetCheck.Good(RuleSet rules) -> sign(packed, rules);
            case RuleSetCheck.Bad(List<RuleFault> faults) -> new Published.Faulty(faults);
        };
    }

    private Published sign(PackedRules packed, RuleSet rules) throws IOException {
        byte[] envelope = SignedRules.sign(packed, key);
        return switch (shelf.put(rules.compound(), rules.version(), envelope)) {
            case RulesShelf.Put.Stored(var shelved) ->
                    new Published.Done(shelved, rules.credentials().size());
            case RulesShelf.Put.NotNewer(long newest) ->
                    new Published.NotNewer(rules.version(), newest);
        };
    }
}
