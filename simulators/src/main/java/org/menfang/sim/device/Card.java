package org.menfang.sim.device;

import java.math.BigInteger;
import org.menfang.gate.CardBits;
import org.menfang.gate.reader.Wiegand;
import org.menfang.site.CardFormat;
import org.menfang.vocabulary.CredentialIdentifier;

/// A card with the number that stands on it.
///
/// @param facility 0 to 255
/// @param number 0 to 65535
public record Card(int facility, int number) {
    public static final int FACILITY_MAX = 0xFF;
    public static final int NUMBER_MAX = 0xFFFF;

    public Card {
        if (facility < 0 || facility > FACILITY_MAX || number < 0 || number > NUMBER_MAX) {
            throw new IllegalArgumentException(
                    "a card has a facility up to 255 and a number up to 65535: "
                            + facility
                            + ", "
                            + number);
        }
    }

    /// What a reader of that format delivers for it.
    public CardBits bits(CardFormat format) {
        BigInteger number = BigInteger.valueOf(format.facility() == null ? data() : this.number);
        return Wiegand.encode(format, BigInteger.valueOf(facility), number)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "cards of the format " + format.name() + " are shorter than this"));
    }

    /// What a rule set calls it where readers have that format.
    public CredentialIdentifier identifier(CardFormat format) {
        return Wiegand.decode(format, bits(format)).orElseThrow();
    }

    private long data() {
        return (long) facility << 16 | number;
    }
}
