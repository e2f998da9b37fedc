package org.menfang.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.PinCheck;

/// Turns the digits of a PIN into what a rule set holds of it, under one PIN key. It may be called
/// from any thread.
public final class PinHashes {
    /// Longest PIN that is looked at.
    public static final int DIGITS_MAX = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 16;
    private static final int IDENTIFIER_CHARS = 16;
    private static final String IDENTIFIER_FORMAT = "pin:";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Keyed and never fed: a copy of it costs less than setting up another one for each PIN.
    private final Mac keyed;

    public PinHashes(SecretKey pinKey) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(pinKey.bytes(), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /// The hash of a PIN.
    ///
    /// @param digits 1 to 32 characters from 0 to 9
    public PinHash of(String digits) {
        if (digits.isEmpty()
                || digits.length() > DIGITS_MAX
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a PIN is 1 to " + DIGITS_MAX + " digits");
        }
        byte[] hash = copy().doFinal(digits.getBytes(StandardCharsets.US_ASCII));
        return new PinHash(HEX.formatHex(hash, 0, HASH_BYTES));
    }

    /// The credential identifier of a PIN that is entered without a card.
    public static CredentialIdentifier identifier(PinHash hash) {
        return new CredentialIdentifier(
                IDENTIFIER_FORMAT + hash.value().substring(0, IDENTIFIER_CHARS));
    }

    /// What the digits that somebody entered after a card are: its PIN, its duress PIN or neither.
    /// It always takes the same time, so that nobody learns from it.
    public PinCheck check(Credential credential, String digits) {
        PinHash entered = of(digits);
        boolean right = isSame(entered, credential.pin());
        boolean duress = isSame(entered, credential.duressPin());
        return duress ? PinCheck.DURESS : right ? PinCheck.RIGHT : PinCheck.WRONG;
    }

    /// Compares in constant time; with itself where there is nothing to compare with.
    private static boolean isSame(PinHash entered, @Nullable PinHash kept) {
        PinHash other = kept == null ? entered : kept;
        return MessageDigest.isEqual(ascii(entered), ascii(other)) && kept != null;
    }

    private static byte[] ascii(PinHash hash) {
        return hash.value().getBytes(StandardCharsets.US_ASCII);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the Mac of this platform cannot be copied", e);
        }
    }
}
