package org.menfang.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads an instant from a text in UTC with a year of four digits, as we write it:
/// `2026-11-22T08:00:00Z`.
///
/// The standard reader would take numbers, offsets and years in the far future too, and each of
/// them would break arithmetic somewhere else.
final class InstantText extends StdDeserializer<Instant> {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int FRACTION = FORM.length() + 1;
    private static final int FRACTION_DIGITS_MAX = 9;

    InstantText() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            context.reportInputMismatch(this, "an instant is a text");
        }
        String text = parser.getString();
        try {
            if (hasForm(text)) {
                return instant(text);
            }
        } catch (DateTimeException e) {
            // There is no such day or hour: the same answer as for a wrong form.
            return context.reportInputMismatch(this, "no such instant");
        }
        return context.reportInputMismatch(this, "not an instant in UTC");
    }

    private static boolean hasForm(String text) {
        int end = text.length() - 1;
        if (end < FORM.length() || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            boolean fits =
                    FORM.charAt(i) == '0' ? isDigit(text, i) : text.charAt(i) == FORM.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return end == FORM.length() || hasFraction(text, end);
    }

    private static boolean hasFraction(String text, int end) {
        int digits = end - FRACTION;
        if (text.charAt(FORM.length()) != '.' || digits < 1 || digits > FRACTION_DIGITS_MAX) {
            return false;
        }
        for (int i = FRACTION; i < end; i++) {
            if (!isDigit(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /// Reads what has the form. What is no usual time of day, such as the end of a day or a leap
    /// second, is left to the library, which takes twenty times as long.
    private static Instant instant(String text) {
        int hour = number(text, 11, 13);
        int second = number(text, 17, 19);
        if (hour > 23 || second > 59) {
            return Instant.parse(text);
        }
        int end = text.length() - 1;
        int nanos = end == FORM.length() ? 0 : number(text, FRACTION, end);
        for (int digits = end - FRACTION; digits < FRACTION_DIGITS_MAX; digits++) {
            nanos *= 10;
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        hour,
                        number(text, 14, 16),
                        second,
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int until) {
        return Integer.parseInt(text, from, until, 10);
    }
}
