package org.menfang.sim.device;

import java.util.Locale;
import org.menfang.gate.CardBits;
import org.menfang.site.ReaderPlan.CardFormat;
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

    /// What a reader of that format delivers for it: the number between two parity bits, of which
    /// the first makes its half even and the last makes its half odd.
    public CardBits bits(CardFormat format) {
        int length = dataBits(format);
        String digits = Long.toBinaryString(data());
        String data = "0".repeat(length - digits.length()) + digits;
        String even = ones(data.substring(0, length / 2)) % 2 == 0 ? "0" : "1";
        String odd = ones(data.substring(length / 2)) % 2 == 0 ? "1" : "0";
        return new CardBits(even + data + odd);
    }

    /// What a rule set calls it where readers have that format.
    public CredentialIdentifier identifier(CardFormat format) {
        return new CredentialIdentifier(
                switch (format) {
                    case WIEGAND_26 ->
                            String.format(Locale.ROOT, "wiegand-26:%02X:%04X", facility, number);
                    case WIEGAND_34 -> String.format(Locale.ROOT, "wiegand-34:%08X", data());
                });
    }

    private long data() {
        return (long) facility << 16 | number;
    }

    private static int dataBits(CardFormat format) {
        return switch (format) {
            case WIEGAND_26 -> 24;
            case WIEGAND_34 -> 32;
        };
    }

    private static long ones(String bits) {
        return bits.chars().filter(bit -> bit == '1').count();
    }
}
