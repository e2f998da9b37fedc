package org.menfang.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
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
    private static final Pattern FORM =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

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
            if (FORM.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // There is no such day or hour: the same answer as for a wrong form.
            return context.reportInputMismatch(this, "no such instant");
        }
        return context.reportInputMismatch(this, "not an instant in UTC");
    }
}
