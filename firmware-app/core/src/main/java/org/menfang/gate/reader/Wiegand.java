package org.menfang.gate.reader;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.site.CardFormat;
import org.menfang.site.CardFormat.Field;
import org.menfang.site.CardFormat.Parity;
import org.menfang.vocabulary.CredentialIdentifier;

/// Between the bits of a card and its identifier, as its format says.
///
/// An identifier is the name of the format, the facility where it has one, and the number, each in
/// as many hexadecimal digits as its bits need: `wiegand-26:03:1A2B`, `wiegand-34:0301A2B4`.
public final class Wiegand {
    private static final int HEXADECIMAL = 16;
    private static final int BITS_A_DIGIT = 4;

    private Wiegand() {}

    /// The identifier of the card; empty for a wrong length or parity.
    public static Optional<CredentialIdentifier> decode(CardFormat format, CardBits read) {
        String bits = read.bits();
        if (bits.length() != format.bits()
                || !format.parities().stream().allMatch(parity -> holds(parity, bits))) {
            return Optional.empty();
        }
        Field facility = format.facility();
        String text =
                facility == null
                        ? digits(format.number(), bits)
                        : digits(facility, bits) + ":" + digits(format.number(), bits);
        return Optional.of(new CredentialIdentifier(format.name() + ":" + text));
    }

    /// The bits of a card with this identifier; empty if it is of none of the usual formats.
    public static Optional<CardBits> encode(CredentialIdentifier identifier) {
        return CardFormat.USUAL.stream()
                .flatMap(format -> encode(format, identifier).stream())
                .findFirst();
    }

    /// The bits of a card with this identifier; empty if it is not of that format.
    public static Optional<CardBits> encode(CardFormat format, CredentialIdentifier identifier) {
        List<String> parts = List.of(identifier.value().split(":", -1));
        Field facility = format.facility();
        if (parts.size() != (facility == null ? 2 : 3) || !parts.getFirst().equals(format.name())) {
            return Optional.empty();
        }
        return encode(
                format,
                facility == null ? BigInteger.ZERO : number(parts.get(1), facility),
                number(parts.getLast(), format.number()));
    }

    /// The bits of a card with these numbers; empty if they need more bits than the format has.
    ///
    /// @param facility any where the format has none
    public static Optional<CardBits> encode(
            CardFormat format, @Nullable BigInteger facility, @Nullable BigInteger number) {
        if (facility == null || number == null) {
            return Optional.empty();
        }
        char[] bits = "0".repeat(format.bits()).toCharArray();
        Field first = format.facility();
        boolean fits =
                (first == null || write(facility, first, bits))
                        && write(number, format.number(), bits);
        if (!fits) {
            return Optional.empty();
        }
        for (Parity parity : format.parities()) {
            bits[parity.bit()] = holds(parity, new String(bits)) ? '0' : '1';
        }
        return Optional.of(new CardBits(new String(bits)));
    }

    /// Whether the ones under the mask and the parity bit come to what they should.
    private static boolean holds(Parity parity, String bits) {
        boolean odd = bits.charAt(parity.bit()) == '1';
        for (int bit = 0; bit < bits.length(); bit++) {
            odd ^= parity.mask().charAt(bit) == '1' && bits.charAt(bit) == '1';
        }
        return switch (parity.kind()) {
            case EVEN -> !odd;
            case ODD -> odd;
        };
    }

    private static boolean write(BigInteger value, Field field, char[] bits) {
        if (value.signum() < 0 || value.bitLength() > field.bits()) {
            return false;
        }
        for (int bit = 0; bit < field.bits(); bit++) {
            bits[field.end() - 1 - bit] = value.testBit(bit) ? '1' : '0';
        }
        return true;
    }

    private static String digits(Field field, String bits) {
        String digits =
                new BigInteger(bits.substring(field.from(), field.end()), 2)
                        .toString(HEXADECIMAL)
                        .toUpperCase(Locale.ROOT);
        return "0".repeat(digitsOf(field) - digits.length()) + digits;
    }

    /// The number that the digits of a field say; none if they are not as many as it needs.
    private static @Nullable BigInteger number(String digits, Field field) {
        return digits.length() == digitsOf(field) ? new BigInteger(digits, HEXADECIMAL) : null;
    }

    private static int digitsOf(Field field) {
        return (field.bits() + BITS_A_DIGIT - 1) / BITS_A_DIGIT;
    }
}
