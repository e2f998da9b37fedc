package org.menfang.enrol;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.menfang.vocabulary.Sha256;

/// A secret of 128 bits that works once, as a person reads it out and types it: groups of four
/// letters and digits, none of which look alike. A code for a gate also carries the beginning of
/// the fingerprint of the hub's authority, so that the gate knows its hub before it trusts anybody.
///
/// The last four bytes are a check, so that a slip of the finger is not taken for a wrong code.
public final class OneTimeCode {
    /// Longest text that is looked at.
    public static final int TYPED_CHARS_MAX = 200;

    /// Without I, L, O and U.
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int SECRET_BYTES = 16;
    private static final int FINGERPRINT_BYTES = 15;
    private static final int CHECK_BYTES = 4;
    private static final int BITS_A_LETTER = 5;
    private static final int LETTERS_A_GROUP = 4;

    /// Eight letters are five bytes, without anything left over.
    private static final int LETTERS_A_BLOCK = 8;

    private final byte[] bytes;

    private OneTimeCode(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A new code without a fingerprint.
    public static OneTimeCode make(SecureRandom chance) {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        return new OneTimeCode(secret);
    }

    /// A new code for a gate.
    public static OneTimeCode make(SecureRandom chance, Sha256 fingerprint) {
        byte[] bytes = Arrays.copyOf(make(chance).bytes, SECRET_BYTES + FINGERPRINT_BYTES);
        byte[] print = HexFormat.of().parseHex(fingerprint.value());
        System.arraycopy(print, 0, bytes, SECRET_BYTES, FINGERPRINT_BYTES);
        return new OneTimeCode(bytes);
    }

    /// Reads what a person typed, in any case, with any spaces and hyphens; empty if it is no code.
    public static Optional<OneTimeCode> read(String typed) {
        if (typed.length() > TYPED_CHARS_MAX) {
            return Optional.empty();
        }
        String letters =
                typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        if (letters.length() % LETTERS_A_BLOCK != 0
                || !letters.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
            return Optional.empty();
        }
        byte[] all = decode(letters);
        int length = all.length - CHECK_BYTES;
        if (length != SECRET_BYTES && length != SECRET_BYTES + FINGERPRINT_BYTES) {
            return Optional.empty();
        }
        OneTimeCode code = new OneTimeCode(Arrays.copyOf(all, length));
        return Arrays.equals(code.withCheck(), all) ? Optional.of(code) : Optional.empty();
    }

    /// What the hub keeps of it. Nobody finds the code from that.
    public Sha256 hash() {
        return Sha256.of(Arrays.copyOf(bytes, SECRET_BYTES));
    }

    /// Whether the code was made by the hub whose authority has this fingerprint.
    public boolean names(Sha256 fingerprint) {
        byte[] print = HexFormat.of().parseHex(fingerprint.value());
        return bytes.length == SECRET_BYTES + FINGERPRINT_BYTES
                && Arrays.equals(bytes, SECRET_BYTES, bytes.length, print, 0, FINGERPRINT_BYTES);
    }

    /// The code as people see it.
    public String text() {
        StringBuilder text = new StringBuilder();
        String letters = encode(withCheck());
        for (int i = 0; i < letters.length(); i++) {
            if (i > 0 && i % LETTERS_A_GROUP == 0) {
                text.append('-');
            }
            text.append(letters.charAt(i));
        }
        return text.toString();
    }

    /// Never the code itself: this may stand in a log.
    @Override
    public String toString() {
        return "one-time code";
    }

    private byte[] withCheck() {
        byte[] all = Arrays.copyOf(bytes, bytes.length + CHECK_BYTES);
        byte[] check = HexFormat.of().parseHex(Sha256.of(bytes).value());
        System.arraycopy(check, 0, all, bytes.length, CHECK_BYTES);
        return all;
    }

    private static String encode(byte[] bytes) {
        StringBuilder letters = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = (held << Byte.SIZE | (each & 0xFF)) & 0xFFF;
            bits += Byte.SIZE;
            while (bits >= BITS_A_LETTER) {
                bits -= BITS_A_LETTER;
                letters.append(LETTERS.charAt(held >> bits & 0x1F));
            }
        }
        return letters.toString();
    }

    private static byte[] decode(String letters) {
        byte[] bytes = new byte[letters.length() * BITS_A_LETTER / Byte.SIZE];
        int held = 0;
        int bits = 0;
        int next = 0;
        for (int i = 0; i < letters.length(); i++) {
            held = (held << BITS_A_LETTER | LETTERS.indexOf(letters.charAt(i))) & 0xFFF;
            bits += BITS_A_LETTER;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[next++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
