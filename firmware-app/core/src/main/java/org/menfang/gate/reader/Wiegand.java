package org.menfang.gate.reader;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.menfang.gate.CardBits;
import org.menfang.site.ReaderPlan.CardFormat;
import org.menfang.vocabulary.CredentialIdentifier;

/// The Wiegand formats: a number between two parity bits. The first bit makes the first half even,
/// the last bit makes the second half odd.
public final class Wiegand {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern NUMBER_26 =
            Pattern.compile("wiegand-26:([0-9A-F]{2}):([0-9A-F]{4})");
    private static final Pattern NUMBER_34 = Pattern.compile("wiegand-34:([0-9A-F]{8})");

    private Wiegand() {}

    /// The number on the card, such as `wiegand-26:03:1A2B` (facility, number) or
    /// `wiegand-34:0301A2B4`; empty for a wrong length or parity.
    public static Optional<CredentialIdentifier> decode(CardFormat format, CardBits read) {
        String bits = read.bits();
        if (bits.length() != lengthOf(format) || !hasParity(bits)) {
            return Optional.empty();
        }
        long number = Long.parseLong(bits, 1, bits.length() - 1, 2);
        String text =
                switch (format) {
                    case WIEGAND_26 ->
                            "wiegand-26:"
                                    + HEX.toHexDigits(number >> 16, 2)
                                    + ":"
                                    + HEX.toHexDigits(number & 0xFFFF, 4);
                    case WIEGAND_34 -> "wiegand-34:" + HEX.toHexDigits(number, 8);
                };
        return Optional.of(new CredentialIdentifier(text));
    }

    /// The bits of a card with this number; empty if it is not a Wiegand number.
    public static Optional<CardBits> encode(CredentialIdentifier identifier) {
        Matcher of26 = NUMBER_26.matcher(identifier.value());
        if (of26.matches()) {
            return Optional.of(framed(of26.group(1) + of26.group(2), 24));
        }
        Matcher of34 = NUMBER_34.matcher(identifier.value());
        return of34.matches() ? Optional.of(framed(of34.group(1), 32)) : Optional.empty();
    }

    private static CardBits framed(String hexadecimal, int length) {
        String digits = Long.toBinaryString(Long.parseLong(hexadecimal, 16));
        String number = "0".repeat(length - digits.length()) + digits;
        String first = isOdd(number, 0, length / 2) ? "1" : "0";
        String last = isOdd(number, length / 2, length) ? "0" : "1";
        return new CardBits(first + number + last);
    }

    private static int lengthOf(CardFormat format) {
        return switch (format) {
            case WIEGAND_26 -> 26;
            case WIEGAND_34 -> 34;
        };
    }

    private static boolean hasParity(String bits) {
        int half = bits.length() / 2;
        return !isOdd(bits, 0, half) && isOdd(bits, half, bits.length());
    }

    private static boolean isOdd(String bits, int from, int to) {
        boolean odd = false;
        for (int i = from; i < to; i++) {
            odd ^= bits.charAt(i) == '1';
        }
        return odd;
    }
}
