package org.menfang.site.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.menfang.text.Catalogue;

/// One thing that is wrong with a site file.
///
/// @param line the line, 1 and up; 0 where the file could not be read at all
/// @param column the column, 1 and up; 0 where the file could not be read at all
/// @param arguments what the message of the code needs to be told
/// @param guess what the writer perhaps meant
public record SiteFault(
        int line, int column, FaultCode code, List<String> arguments, Optional<String> guess) {
    /// The messages of all codes, and `did-you-mean`.
    static final Catalogue MESSAGES = Catalogue.beside(SiteFault.class, "faults");

    static final String GUESS_KEY = "did-you-mean";

    private static final int ARGUMENT_CHARS_MAX = 80;

    public SiteFault {
        arguments = arguments.stream().map(SiteFault::shortened).toList();
    }

    /// What is wrong, for a person: Chinese, or English for every other language.
    public String message(Locale language) {
        String what = MESSAGES.text(language, code.key(), arguments);
        return guess.map(word -> what + MESSAGES.text(language, GUESS_KEY, List.of(word)))
                .orElse(what);
    }

    /// File, line, column and what is wrong, in the form that editors and terminals can follow:
    /// `site.yaml:12:5: …`.
    public String describe(String file, Locale language) {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + message(language);
    }

    private static String shortened(String text) {
        return text.length() <= ARGUMENT_CHARS_MAX
                ? text
                : text.substring(0, ARGUMENT_CHARS_MAX) + "…";
    }
}
