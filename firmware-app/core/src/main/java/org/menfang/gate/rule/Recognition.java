package org.menfang.gate.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.pass.PassPin;
import org.menfang.pass.PassReader;
import org.menfang.rules.Credential;
import org.menfang.rules.PassRules;
import org.menfang.rules.PinHash;
import org.menfang.rules.PinHashes;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.tag.TagKey;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.PinCheck;

/// The keys of a rule set, ready to tell what is genuine. Made with the access table, so that
/// nobody waits for it at a reader. Immutable.
public final class Recognition {
    private final @Nullable PinHashes pins;
    private final Map<CredentialIdentifier, CredentialIdentifier> duress = new TreeMap<>();
    private final @Nullable TagKey tagKey;
    private final @Nullable PassReader passes;
    private final @Nullable PassPin passPins;
    private final @Nullable SecretKey rotationKey;

    /// @param rules none for a gate without rules: nothing is genuine
    Recognition(@Nullable RuleSet rules) {
        SecretKey pinKey = rules == null ? null : rules.recognition().pinKey();
        pins = pinKey == null ? null : new PinHashes(pinKey);
        SecretKey sharedTagKey = rules == null ? null : rules.recognition().tagKey();
        tagKey = sharedTagKey == null ? null : TagKey.read(sharedTagKey.value()).orElse(null);
        PassRules passRules = rules == null ? PassRules.NONE : rules.passes();
        passes = rules == null ? null : new PassReader(rules.compound(), passRules.issuers());
        passPins =
                rules == null || passRules.pinPass() == null
                        ? null
                        : new PassPin(rules.compound(), passRules.pinPass());
        rotationKey = passRules.rotationKey();
        List<Credential> credentials = rules == null ? List.of() : rules.credentials();
        credentials.forEach(this::addDuress);
    }

    /// A PIN that is entered without a card.
    ///
    /// @param credential the one that it stands for, if anybody has it
    /// @param duress whether somebody is forced to enter it
    public record LonePin(CredentialIdentifier credential, boolean duress) {}

    /// What digits without a card stand for; empty where the compound knows no PINs.
    public Optional<LonePin> lonePin(String digits) {
        if (pins == null) {
            return Optional.empty();
        }
        CredentialIdentifier entered = PinHashes.identifier(pins.of(digits));
        CredentialIdentifier forced = duress.get(entered);
        return Optional.of(new LonePin(forced == null ? entered : forced, forced != null));
    }

    /// What the digits that somebody entered after a card are.
    public PinCheck check(Credential credential, String digits) {
        return pins == null ? PinCheck.WRONG : pins.check(credential, digits);
    }

    /// The key that hides the numbers of this compound's tags; none where they are in plain sight.
    public @Nullable TagKey tagKey() {
        return tagKey;
    }

    /// Reads passes; none for a gate without rules.
    public @Nullable PassReader passes() {
        return passes;
    }

    /// Reads the PIN form of passes; none where no pass has one.
    public @Nullable PassPin passPins() {
        return passPins;
    }

    /// Gives each pass the secret of its codes; none where no pass rotates.
    public @Nullable SecretKey rotationKey() {
        return rotationKey;
    }

    private void addDuress(Credential credential) {
        PinHash forced = credential.duressPin();
        if (credential.type() == CredentialClass.PIN && forced != null) {
            duress.put(PinHashes.identifier(forced), credential.identifier());
        }
    }
}
