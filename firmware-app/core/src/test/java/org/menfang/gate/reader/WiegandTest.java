package org.menfang.gate.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.gate.CardBits;
import org.menfang.site.CardFormat;
import org.menfang.vocabulary.CredentialIdentifier;

class WiegandTest {
    private static Optional<String> decode(CardFormat format, String bits) {
        return Wiegand.decode(format, new CardBits(bits.replace(" ", "")))
                .map(CredentialIdentifier::value);
    }

    @Test
    void a_card_of_26_bits() {
        assertEquals(
                Optional.of("wiegand-26:03:1A2B"),
                decode(CardFormat.WIEGAND_26, "1 00000011 0001 101000101011 1"));
        assertEquals(
                Optional.of("wiegand-26:FF:FFFF"),
                decode(CardFormat.WIEGAND_26, "0 11111111 1111 111111111111 1"));
        assertEquals(
                Optional.of("wiegand-26:00:0000"),
                decode(CardFormat.WIEGAND_26, "0 00000000 0000 000000000000 1"));
    }

    @Test
    void a_card_of_34_bits() {
        assertEquals(
                Optional.of("wiegand-34:DEADBEEF"),
                decode(CardFormat.WIEGAND_34, "1 1101111010101101 1011111011101111 0"));
    }

    @Test
    void each_wrong_bit_is_found() {
        String good = "10000001100011010001010111";
        for (int at = 0; at < good.length(); at++) {
            char flipped = good.charAt(at) == '0' ? '1' : '0';
            String bad = good.substring(0, at) + flipped + good.substring(at + 1);
            assertEquals(Optional.empty(), decode(CardFormat.WIEGAND_26, bad), bad);
        }
    }

    @Test
    void short_and_long_reads_are_no_card() {
        String good = "10000001100011010001010111";
        assertEquals(Optional.empty(), decode(CardFormat.WIEGAND_26, good.substring(1)));
        assertEquals(Optional.empty(), decode(CardFormat.WIEGAND_26, good + "0"));
        assertEquals(Optional.empty(), decode(CardFormat.WIEGAND_34, good));
        assertEquals(Optional.empty(), decode(CardFormat.WIEGAND_26, "1".repeat(256)));
    }

    @Test
    void what_is_encoded_is_decoded() {
        for (int number = 0; number < 0x1_0000; number += 97) {
            String hexadecimal = String.format("%04X", number);
            assertSame(CardFormat.WIEGAND_26, "wiegand-26:C3:" + hexadecimal);
            assertSame(CardFormat.WIEGAND_34, "wiegand-34:9" + hexadecimal + "07F");
        }
    }

    private static void assertSame(CardFormat format, String text) {
        CredentialIdentifier identifier = new CredentialIdentifier(text);
        CardBits bits = Wiegand.encode(identifier).orElseThrow();
        assertEquals(Optional.of(identifier), Wiegand.decode(format, bits));
    }

    @Test
    void other_numbers_have_no_wiegand_form() {
        assertEquals(Optional.empty(), Wiegand.encode(new CredentialIdentifier("pin:1234")));
    }

    @Test
    void a_card_of_37_bits() {
        // Worked out by hand: 1s under the first 18 are even, under the last 18 odd.
        assertEquals(
                Optional.of("wiegand-37:000000001"),
                decode(CardFormat.WIEGAND_37, "0" + "0".repeat(34) + "1" + "0"));
        assertEquals(
                Optional.of("wiegand-37:000020000"),
                decode(CardFormat.WIEGAND_37, "1" + "0".repeat(17) + "1" + "0".repeat(17) + "0"));
        assertEquals(
                Optional.empty(),
                decode(CardFormat.WIEGAND_37, "0" + "0".repeat(17) + "1" + "0".repeat(17) + "0"));
    }

    @Test
    void what_is_encoded_by_any_description_is_decoded_again() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            CardFormat format = RandomFormats.next(random);
            BigInteger facility = number(random, format.facility());
            BigInteger number = number(random, format.number());
            CardBits bits = Wiegand.encode(format, facility, number).orElseThrow();
            CredentialIdentifier identifier =
                    Wiegand.decode(format, bits)
                            .orElseThrow(() -> new AssertionError(format.toString()));
            assertEquals(Optional.of(bits), Wiegand.encode(format, identifier), format.toString());
            assertEquals(
                    number,
                    new BigInteger(
                            identifier.value().substring(identifier.value().lastIndexOf(':') + 1),
                            16));
        }
    }

    @Test
    void a_wrong_bit_is_found_where_a_parity_bit_looks_at_it() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            CardFormat format = RandomFormats.next(random);
            String bits =
                    Wiegand.encode(
                                    format,
                                    number(random, format.facility()),
                                    number(random, format.number()))
                            .orElseThrow()
                            .bits();
            for (int at = 0; at < bits.length(); at++) {
                int wrong = at;
                boolean watched =
                        format.parities().stream()
                                .anyMatch(parity ->
                                        parity.bit() == wrong
                                                || parity.mask().charAt(wrong) == '1');
                char flipped = bits.charAt(at) == '0' ? '1' : '0';
                CardBits read =
                        new CardBits(bits.substring(0, at) + flipped + bits.substring(at + 1));
                assertEquals(
                        watched, Wiegand.decode(format, read).isEmpty(), format + " bit " + at);
            }
        }
    }

    @Test
    void what_needs_more_bits_than_the_format_has_is_not_encoded() {
        BigInteger tooMuch = BigInteger.ONE.shiftLeft(16);
        assertEquals(
                Optional.empty(), Wiegand.encode(CardFormat.WIEGAND_26, BigInteger.ZERO, tooMuch));
        assertEquals(
                Optional.empty(),
                Wiegand.encode(CardFormat.WIEGAND_26, BigInteger.valueOf(256), BigInteger.ONE));
        assertEquals(
                Optional.empty(),
                Wiegand.encode(CardFormat.WIEGAND_26, BigInteger.ZERO, BigInteger.ONE.negate()));
        for (String other : List.of("wiegand-26:03", "wiegand-26:3:1A2B", "wiegand-34:03:1A2B")) {
            assertEquals(
                    Optional.empty(),
                    Wiegand.encode(CardFormat.WIEGAND_26, new CredentialIdentifier(other)),
                    other);
        }
    }

    private static BigInteger number(Random random, CardFormat.@Nullable Field field) {
        return field == null ? BigInteger.ZERO : new BigInteger(field.bits(), random);
    }
}
