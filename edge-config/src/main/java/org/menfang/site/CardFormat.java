package org.menfang.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the bits of a card mean: where its facility and its number stand, and which bits prove that
/// they came over whole.
///
/// Every bit has a meaning: those of the fields name the card, every other one is a parity bit. So
/// no two cards have the same identifier, and the identifier gives the bits again.
///
/// @param name what its identifiers begin with, such as `wiegand-26`
/// @param bits how many a card has, {@link #BITS_MIN} to {@link #BITS_MAX}
/// @param facility none where a card has a number only
/// @param parities in the order in which a card's bits are made: a parity bit is taken over fields
///   and over those before it
public record CardFormat(
        String name, int bits, @Nullable Field facility, Field number, List<Parity> parities) {
    public static final int BITS_MIN = 8;
    public static final int BITS_MAX = 128;

    /// How long a facility may be, in bits.
    public static final int FACILITY_BITS_MAX = 32;

    /// 26 bits: even parity, 8 bits facility, 16 bits number, odd parity (H10301).
    public static final CardFormat WIEGAND_26 =
            framed("wiegand-26", 26, new Field(1, 8), new Field(9, 16), new Field(13, 12));

    /// 34 bits: even parity, 32 bits number, odd parity.
    public static final CardFormat WIEGAND_34 =
            framed("wiegand-34", 34, null, new Field(1, 32), new Field(17, 16));

    /// 37 bits: even parity, 35 bits number, odd parity (H10302). The two halves that the parity
    /// bits are taken over share the bit in the middle.
    ///
    /// Cards with a facility of 16 bits and a number of 19 (H10304) have the same frame and are
    /// read as well: theirs is one long number then. Who wants the two apart describes a format.
    public static final CardFormat WIEGAND_37 =
            framed("wiegand-37", 37, null, new Field(1, 35), new Field(18, 18));

    /// The formats that need no description.
    public static final List<CardFormat> USUAL = List.of(WIEGAND_26, WIEGAND_34, WIEGAND_37);

    public CardFormat {
        parities = List.copyOf(parities);
        if (name.isEmpty() || bits < BITS_MIN || bits > BITS_MAX) {
            throw new IllegalArgumentException(
                    "a format has a name and %d to %d bits".formatted(BITS_MIN, BITS_MAX));
        }
        if (facility != null && facility.bits() > FACILITY_BITS_MAX) {
            throw new IllegalArgumentException(
                    "a facility has up to " + FACILITY_BITS_MAX + " bits");
        }
        requireOneMeaningEach(bits, facility, number, parities);
    }

    /// Where a field stands: how many bits from which on, counted from 0 in the order of reading.
    public record Field(int from, int bits) {
        public Field {
            if (from < 0 || bits < 1) {
                throw new IllegalArgumentException("a field has bits, from 0 on");
            }
        }

        /// The first bit behind it.
        public int end() {
            return from + bits;
        }
    }

    /// A bit that makes a number of ones even or odd.
    ///
    /// @param bit where it stands
    /// @param mask a `1` for each bit that it is taken over, as many signs as the format has bits;
    ///   its own place holds a `0`
    public record Parity(Kind kind, int bit, String mask) {
        /// What the ones under the mask and the bit itself come to.
        public enum Kind {
            EVEN,
            ODD
        }

        public Parity {
            if (!mask.chars().allMatch(sign -> sign == '0' || sign == '1')
                    || bit < 0
                    || bit >= mask.length()
                    || mask.charAt(bit) != '0') {
                throw new IllegalArgumentException(
                        "a mask has a 0 for its own bit, and else 0 and 1");
            }
        }

        /// One that is taken over a field.
        ///
        /// @param length how many bits the format has
        public static Parity over(Kind kind, int bit, Field field, int length) {
            return new Parity(
                    kind,
                    bit,
                    "0".repeat(field.from())
                            + "1".repeat(field.bits())
                            + "0".repeat(length - field.end()));
        }
    }

    /// The usual frame: the first bit makes the first half even, the last one the second half odd.
    private static CardFormat framed(
            String name, int bits, @Nullable Field facility, Field number, Field secondHalf) {
        Field firstHalf = new Field(1, secondHalf.bits());
        return new CardFormat(
                name,
                bits,
                facility,
                number,
                List.of(
                        Parity.over(Parity.Kind.EVEN, 0, firstHalf, bits),
                        Parity.over(Parity.Kind.ODD, bits - 1, secondHalf, bits)));
    }

    private static void requireOneMeaningEach(
            int bits, @Nullable Field facility, Field number, List<Parity> parities) {
        boolean[] meant = new boolean[bits];
        if (facility != null) {
            mean(meant, facility);
        }
        mean(meant, number);
        boolean[] made = meant.clone();
        for (Parity parity : parities) {
            mean(meant, new Field(parity.bit(), 1));
            requireMade(made, parity);
            made[parity.bit()] = true;
        }
        for (boolean bit : meant) {
            if (!bit) {
                throw new IllegalArgumentException("a bit of the format has no meaning");
            }
        }
    }

    private static void mean(boolean[] meant, Field field) {
        for (int bit = field.from(); bit < field.end(); bit++) {
            if (bit >= meant.length || meant[bit]) {
                throw new IllegalArgumentException(
                        "bit " + bit + " is not there, or means two things");
            }
            meant[bit] = true;
        }
    }

    private static void requireMade(boolean[] made, Parity parity) {
        if (parity.mask().length() != made.length) {
            throw new IllegalArgumentException("a mask has a sign for each bit of the format");
        }
        for (int bit = 0; bit < made.length; bit++) {
            if (parity.mask().charAt(bit) == '1' && !made[bit]) {
                throw new IllegalArgumentException(
                        "parity bit %d is taken over %d, which comes later"
                                .formatted(parity.bit(), bit));
            }
        }
    }
}
