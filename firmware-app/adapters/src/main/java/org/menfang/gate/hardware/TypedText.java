package org.menfang.gate.hardware;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.reader.Wiegand;
import org.menfang.site.CardFormat;
import org.menfang.site.ReaderPlan;

/// What a reader means that sends text, as a keyboard or over a serial line.
///
/// | text | meaning |
/// |---|---|
/// | 10 digits | the number of a card, decimal: facility and number of its format in one |
/// | 8 digits, where facility and number of the format have 8 and 16 bits | three of the facility, five of the number, as they are printed on the card |
/// | up to 9 other digits at a reader with keys | what somebody entered |
/// | anything else | a code, or the link of a tag |
///
/// A number that the format has no room for is a text that nobody knows.
public record TypedText(ReaderPlan plan, ReaderListener listener) {
    private static final Pattern ONE_NUMBER = Pattern.compile("[0-9]{10}");
    private static final Pattern AS_PRINTED = Pattern.compile("[0-9]{8}");
    private static final Pattern ENTERED = Pattern.compile("[0-9]{1,9}");
    private static final int FACILITY_DIGITS = 3;
    private static final int FACILITY_BITS = 8;
    private static final int NUMBER_BITS = 16;

    /// Tells one line of text.
    public void tell(String text) {
        Optional<CardBits> card = card(text);
        if (card.isPresent()) {
            listener.onCard(plan.id(), card.get());
        } else if (plan.keypad() && ENTERED.matcher(text).matches()) {
            text.chars().forEach(digit -> listener.onKey(plan.id(), Key.ofDigit((char) digit)));
            listener.onKey(plan.id(), Key.ENTER);
        } else {
            listener.onText(plan.id(), text);
        }
    }

    private Optional<CardBits> card(String text) {
        CardFormat format = plan.format();
        if (ONE_NUMBER.matcher(text).matches()) {
            BigInteger all = new BigInteger(text);
            int numberBits = format.number().bits();
            return format.facility() == null
                    ? Wiegand.encode(format, BigInteger.ZERO, all)
                    : Wiegand.encode(
                            format,
                            all.shiftRight(numberBits),
                            all.mod(BigInteger.ONE.shiftLeft(numberBits)));
        }
        return AS_PRINTED.matcher(text).matches() && isPrintedInTwoParts(format)
                ? Wiegand.encode(
                        format,
                        new BigInteger(text.substring(0, FACILITY_DIGITS)),
                        new BigInteger(text.substring(FACILITY_DIGITS)))
                : Optional.empty();
    }

    private static boolean isPrintedInTwoParts(CardFormat format) {
        CardFormat.Field facility = format.facility();
        return facility != null
                && facility.bits() == FACILITY_BITS
                && format.number().bits() == NUMBER_BITS;
    }
}
