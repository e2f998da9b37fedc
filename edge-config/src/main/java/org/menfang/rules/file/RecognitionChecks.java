package org.menfang.rules.file;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.Credential;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.SecretKey;
import org.menfang.vocabulary.CredentialClass;

/// Checks that credentials can be told genuine: PINs, keys and classes.
final class RecognitionChecks {
    private static final int AES_KEY_BYTES = 16;
    private static final int PIN_PASS_KEY_BYTES = 32;

    /// The classes that say themselves what their identifiers are.
    private static final Map<String, CredentialClass> FORMATS =
            Map.of("pin", CredentialClass.PIN, "ntag-424", CredentialClass.SIGNED_TAG);

    private final RuleDraft draft;
    private final FaultList faults;

    private RecognitionChecks(RuleDraft draft, FaultList faults) {
        this.draft = draft;
        this.faults = faults;
    }

    static void check(RuleDraft draft, FaultList faults) {
        RecognitionChecks checks = new RecognitionChecks(draft, faults);
        checks.checkCredentials();
        for (Piece<SecretKey> key : draft.tagKey()) {
            checks.checkLength(key, "", key.value(), AES_KEY_BYTES);
        }
        for (Piece<PinPassRule> rule : draft.pinPass()) {
            checks.checkLength(rule, ".key", rule.value().key(), PIN_PASS_KEY_BYTES);
        }
    }

    /// What lacks for PINs is told once, at the first credential that needs it.
    private void checkCredentials() {
        Piece<Credential> anyPin = null;
        Piece<Credential> alone = null;
        int pinsAlone = 0;
        for (Piece<Credential> piece : draft.credentials()) {
            Credential credential = piece.value();
            checkClass(piece, credential);
            checkLength(piece, ".tagKey", credential.tagKey(), AES_KEY_BYTES);
            boolean opensAlone = credential.type() == CredentialClass.PIN;
            if (anyPin == null && (opensAlone || credential.pin() != null)) {
                anyPin = piece;
            }
            if (opensAlone) {
                alone = alone == null ? piece : alone;
                // A duress PIN opens as well.
                pinsAlone += credential.duressPin() == null ? 1 : 2;
            }
        }
        if (anyPin != null && draft.pinKey().isEmpty()) {
            faults.add(anyPin, RuleFaultCode.MISSING_PIN_KEY);
        }
        if (alone != null) {
            checkPinsAlone(alone, pinsAlone);
        }
    }

    private void checkPinsAlone(Piece<Credential> first, int count) {
        if (draft.pinDigits().isEmpty()) {
            faults.add(first, RuleFaultCode.MISSING_PIN_DIGITS);
        }
        for (Piece<Integer> digits : draft.pinDigits()) {
            int most = RecognitionRules.pinsAloneMax(digits.value());
            if (count > most) {
                faults.add(
                        digits,
                        RuleFaultCode.TOO_MANY_PINS,
                        Integer.toString(count),
                        Integer.toString(digits.value()),
                        Integer.toString(most));
            }
        }
    }

    private void checkClass(Piece<Credential> piece, Credential credential) {
        String identifier = credential.identifier().value();
        String format = identifier.substring(0, identifier.indexOf(':'));
        CredentialClass said = FORMATS.get(format);
        boolean fits =
                said == null
                        ? !FORMATS.containsValue(credential.type()) && !format.equals("pass")
                        : said == credential.type();
        if (!fits) {
            faults.add(piece, RuleFaultCode.WRONG_CLASS, format, credential.type().name());
        }
    }

    private void checkLength(Piece<?> piece, String within, @Nullable SecretKey key, int bytes) {
        if (key != null && key.bytes().length != bytes) {
            faults.addWithin(piece, within, RuleFaultCode.KEY_LENGTH, Integer.toString(bytes));
        }
    }
}
