package org.menfang.json;

import java.util.regex.Pattern;

/// What a word without quotes means, by the core schema of YAML 1.2: `yes`, `on` and `0x1F` are
/// texts here, not truths and numbers.
final class PlainScalar {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern FRACTION =
            Pattern.compile("[-+]?(?:[0-9]{1,18}\\.[0-9]{0,18}|\\.[0-9]{1,18})");

    private PlainScalar() {}

    static Located resolve(String text, TextPlace place) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new Located.Nothing(place);
            case "true", "True", "TRUE" -> new Located.Truth(place, true);
            case "false", "False", "FALSE" -> new Located.Truth(place, false);
            default -> number(text, place);
        };
    }

    private static Located number(String text, TextPlace place) {
        if (WHOLE.matcher(text).matches()) {
            return new Located.WholeNumber(place, Long.parseLong(text));
        }
        if (FRACTION.matcher(text).matches()) {
            return new Located.Fraction(place, Double.parseDouble(text));
        }
        return new Located.Text(place, text);
    }
}
