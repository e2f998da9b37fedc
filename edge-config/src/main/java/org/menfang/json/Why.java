package org.menfang.json;

import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says what is wrong with a text in words of our own, without the names of classes.
final class Why {
    private static final int CHARS_MAX = 300;
    private static final int WORD_CHARS_MAX = 40;

    private Why() {}

    static String of(JacksonException e) {
        String path = pathOf(e);
        String what = what(e);
        return shortened(path.isEmpty() ? what : path + ": " + what, CHARS_MAX);
    }

    private static String what(JacksonException e) {
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return String.valueOf(e.getCause().getMessage());
        }
        if (e instanceof InvalidFormatException format) {
            return notOneOf(format);
        }
        if (e instanceof InvalidNullException) {
            return "null where a value belongs";
        }
        if (e instanceof MismatchedInputException mismatch) {
            return mismatched(mismatch);
        }
        return String.valueOf(e.getOriginalMessage());
    }

    private static String notOneOf(InvalidFormatException e) {
        String written = shortened(String.valueOf(e.getValue()), WORD_CHARS_MAX);
        Class<?> target = e.getTargetType();
        Object[] words = target == null ? null : target.getEnumConstants();
        return words == null
                ? "\"" + written + "\" cannot stand here"
                : "\""
                        + written
                        + "\" is none of "
                        + Arrays.stream(words)
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "));
    }

    /// The library names the class that it could not make; a reader knows the field instead.
    private static String mismatched(MismatchedInputException e) {
        String original = String.valueOf(e.getOriginalMessage());
        if (original.startsWith("Missing required creator property")) {
            return "missing";
        }
        if (original.contains("org.menfang") || original.contains("`")) {
            return "a value of another type belongs here";
        }
        return original;
    }

    private static String pathOf(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static String shortened(String text, int charsMax) {
        return text.length() <= charsMax ? text : text.substring(0, charsMax) + "…";
    }
}
