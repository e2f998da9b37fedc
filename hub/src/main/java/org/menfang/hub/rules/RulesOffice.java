package org.menfang.hub.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.menfang.cose.Keyring;
import org.menfang.cose.SigningKey;
import org.menfang.hub.trust.SigningKeyFile;
import org.menfang.hub.trust.TrustFiles;
import org.menfang.json.Json;
import org.menfang.rules.RevokedPass;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.rules.signed.SignedRules;

/// Signs rule sets with the hub's key and puts them on the shelf, beside a hub that may run.
public final class RulesOffice {
    private final SigningKey key;
    private final RulesShelf shelf;
    private final Revoked revoked;

    private RulesOffice(SigningKey key, RulesShelf shelf, Revoked revoked) {
        this.key = key;
        this.shelf = shelf;
        this.revoked = revoked;
    }

    /// The passes that were taken back: every set that is signed lists them.
    @FunctionalInterface
    public interface Revoked {
        List<RevokedPass> all() throws IOException;
    }

    /// @param data the hub's data folder
    /// @return empty if no hub ever ran there, so that there is no key that a gate could know
    public static Optional<RulesOffice> open(Path data, Revoked revoked) throws IOException {
        Path key = TrustFiles.rulesKey(data.resolve("trust"));
        return Files.exists(key)
                ? Optional.of(
                        new RulesOffice(
                                SigningKeyFile.open(key),
                                RulesShelf.open(data.resolve("rules")),
                                revoked))
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
        return switch (RuleSetFiles.check(file)) {
            case RuleSetCheck.Good(RuleSet rules) -> sign(rules.revoking(revoked.all()));
            case RuleSetCheck.Bad(List<RuleFault> faults) -> new Published.Faulty(faults);
        };
    }

    /// Signs the newest set of each compound again, as its next version, where it does not list all
    /// passes that were taken back by now.
    ///
    /// @return what was put on the shelf
    public List<RulesShelf.Shelved> tellRevoked() throws IOException {
        List<RulesShelf.Shelved> told = new ArrayList<>();
        for (RulesShelf.Shelved newest : shelf.newestOfAll()) {
            RuleSet rules = open(newest);
            RuleSet next = rules.revoking(revoked.all());
            if (!next.equals(rules)
                    && sign(next.asVersion(rules.version() + 1))
                            instanceof Published.Done(var shelved, _)) {
                told.add(shelved);
            }
        }
        return List.copyOf(told);
    }

    private RuleSet open(RulesShelf.Shelved shelved) throws IOException {
        RuleParcel parcel = RuleParcel.signed(shelved.envelope());
        return switch (parcel.open(Keyring.of(List.of(key.verifying())))) {
            case RuleParcel.Opening.Opened(RuleSet rules, _) -> rules;
            case RuleParcel.Opening.Refused(List<RuleFault> faults) ->
                    throw new IOException("damaged: " + shelved.file() + ": " + faults.getFirst());
        };
    }

    private Published sign(RuleSet rules) throws IOException {
        PackedRules packed = PackedRules.pack(new ByteArrayInputStream(Json.write(rules)));
        byte[] envelope = SignedRules.sign(packed, key);
        return switch (shelf.put(rules.compound(), rules.version(), envelope)) {
            case RulesShelf.Put.Stored(var shelved) ->
                    new Published.Done(shelved, rules.credentials().size());
            case RulesShelf.Put.NotNewer(long newest) ->
                    new Published.NotNewer(rules.version(), newest);
        };
    }
}
