package org.menfang.hub.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.menfang.json.TextPlace;
import org.menfang.text.Catalogue;

/// One thing that is wrong with a configuration file.
///
/// @param place none where the file could not be read at all
/// @param key of its message
/// @param arguments what the message needs to be told
/// @param guess what the writer perhaps meant
record ConfigFault(
        Optional<TextPlace> place, String key, List<String> arguments, Optional<String> guess) {
    private static final Catalogue MESSAGES = Catalogue.beside(ConfigFault.class, "faults");

    private static final int ARGUMENT_CHARS_MAX = 120;

    ConfigFault {
        arguments = arguments.stream().map(ConfigFault::shortened).toList();
    }

    static ConfigFault at(TextPlace place, String key, String... arguments) {
        return new ConfigFault(Optional.of(place), key, List.of(arguments), Optional.empty());
    }

    static ConfigFault ofFile(String key, String... arguments) {
        return new ConfigFault(Optional.empty(), key, List.of(arguments), Optional.empty());
    }

    ConfigFault guessing(Optional<String> word) {
        return new ConfigFault(place, key, arguments, word);
    }

    /// File, line, column and what is wrong: `hub.yaml:12:5: …`.
    String describe(String file, Locale language) {
        String what = MESSAGES.text(language, key, arguments);
        String meant =
                guess.map(word -> MESSAGES.text(language, "did-you-mean", List.of(word)))
                        .orElse("");
        String where = place.map(at -> ":" + at.line() + ":" + at.column()).orElse("");
        return file + where + ": " + what + meant;
    }

    private static String shortened(String text) {
        return text.length() <= ARGUMENT_CHARS_MAX
                ? text
                : text.substring(0, ARGUMENT_CHARS_MAX) + "…";
    }
}
