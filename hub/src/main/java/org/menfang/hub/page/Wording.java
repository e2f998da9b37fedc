package org.menfang.hub.page;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in texts, in any language.
public final class Wording {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private Wording() {}

    /// Puts values into the places `{name}` of a text. What is put in is not looked at again, and a
    /// place without a value stays as it is.
    public static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                values.getOrDefault(place.group(1), place.group())));
    }

    /// @param pairs names of places and what stands there, by turns
    public static String fill(String text, Object... pairs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), String.valueOf(pairs[i + 1]));
        }
        return fill(text, values);
    }

    /// How long something is, in its largest unit of which there are at least two: `90 min`.
    ///
    /// @param words texts by their keys
    public static String span(UnaryOperator<String> words, Duration span) {
        if (span.toDays() >= 2) {
            return fill(words.apply("age.days"), "n", span.toDays());
        }
        if (span.toHours() >= 2) {
            return fill(words.apply("age.hours"), "n", span.toHours());
        }
        return span.toMinutes() >= 2
                ? fill(words.apply("age.minutes"), "n", span.toMinutes())
                : fill(words.apply("age.seconds"), "n", Math.max(0, span.toSeconds()));
    }
}
