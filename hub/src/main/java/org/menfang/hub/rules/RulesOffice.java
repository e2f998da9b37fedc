package org.menfang.hub.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
import org.menfang.vocabulary.CompoundId;

/// Signs rule sets with the hub's key and puts them on the shelf, beside a hub that may run.
public final class RulesOffice {
    private final SigningKey key;
    private final RulesShelf shelf;
    private final Revoked revoked;
    private final Map<CompoundId, RuleSet> newestRead = new ConcurrentHashMap<>();

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

    /// What a change makes of the newest set.
    public sealed interface Change {
        record To(RuleSet rules) implements Change {}

        /// @param key of the text that says why not
        record Refuse(String key) implements Change {}
    }

    /// Makes another set from the newest one.
    @FunctionalInterface
    public interface Changing {
        Change of(RuleSet newest);
    }

    /// What became of a change.
    public sealed interface Changed {
        record Done(RuleSet rules) implements Changed {}

        /// @param key of the text that says why not
        record Refused(String key) implements Changed {}

        /// No gate would take the set that would come of it.
        ///
        /// @param faults at least one
        record Faulty(List<RuleFault> faults) implements Changed {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        /// Nothing was ever published for the compound.
        record NoRules() implements Changed {}
    }

    /// The newest set of each compound.
    ///
    /// @throws IOException if one cannot be read
    public List<RuleSet> newestOfAll() throws IOException {
        List<RuleSet> all = new ArrayList<>();
        for (RulesShelf.Shelved newest : shelf.newestOfAll()) {
            all.add(opened(newest));
        }
        return List.copyOf(all);
    }

    /// The newest set of a compound.
    ///
    /// @throws IOException if it cannot be read
    public Optional<RuleSet> newest(CompoundId compound) throws IOException {
        Optional<RulesShelf.Shelved> newest = shelf.newest(compound);
        return newest.isEmpty() ? Optional.empty() : Optional.of(opened(newest.get()));
    }

    /// Changes the newest set of a compound and puts the outcome on the shelf as the next version,
    /// while nobody else changes the shelf: what was published a moment ago is never lost.
    ///
    /// @throws IOException if the shelf cannot be read or written; nothing is changed then
    public Changed change(CompoundId compound, Changing changing) throws IOException {
        return shelf.alone(() -> {
            Optional<RuleSet> newest = newest(compound);
            if (newest.isEmpty()) {
                return new Changed.NoRules();
            }
            return switch (changing.of(newest.get())) {
                case Change.Refuse(String key) -> new Changed.Refused(key);
                case Change.To(RuleSet rules) -> next(newest.get(), rules);
            };
        });
    }

    private Changed next(RuleSet before, RuleSet rules) throws IOException {
        if (rules.asVersion(before.version()).equals(before)) {
            return new Changed.Done(before);
        }
        RuleSet next = rules.asVersion(before.version() + 1).revoking(revoked.all());
        PackedRules packed = pack(next);
        return switch (packed.unpack(null).check()) {
            case RuleSetCheck.Bad(List<RuleFault> faults) -> new Changed.Faulty(faults);
            case RuleSetCheck.Good _ -> {
                shelf.putAlone(next.compound(), next.version(), SignedRules.sign(packed, key));
                newestRead.put(next.compound(), next);
                yield new Changed.Done(next);
            }
        };
    }

    /// A set that was read before is not read again: it never changes under its version.
    private RuleSet opened(RulesShelf.Shelved shelved) throws IOException {
        RuleSet known = newestRead.get(shelved.compound());
        if (known != null && known.version() == shelved.version()) {
            return known;
        }
        RuleSet read = open(shelved);
        newestRead.put(shelved.compound(), read);
        return read;
    }

    private static PackedRules pack(RuleSet rules) throws IOException {
        return PackedRules.pack(new ByteArrayInputStream(Json.write(rules)));
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
        PackedRules packed = pack(rules);
        byte[] envelope = SignedRules.sign(packed, key);
        return switch (shelf.put(rules.compound(), rules.version(), envelope)) {
            case RulesShelf.Put.Stored(var shelved) ->
                    new Published.Done(shelved, rules.credentials().size());
            case RulesShelf.Put.NotNewer(long newest) ->
                    new Published.NotNewer(rules.version(), newest);
        };
    }
}
