package org.menfang.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.menfang.text.Catalogue;

/// One thing that is wrong with a people file.
///
/// @param line the line, 1 and up; 0 where the file could not be read at all
/// @param column which field of the line, 1 and up; 0 where it is about the whole line
/// @param arguments what the message of the code needs to be told
/// @param guess what the writer perhaps meant
public record PeopleFault(
        long line,
        int column,
        PeopleFaultCode code,
        List<String> arguments,
        Optional<String> guess) {
    static final Catalogue MESSAGES = Catalogue.beside(PeopleFault.class, "faults");

    static final String GUESS_KEY = "did-you-mean";

    private static final int ARGUMENT_CHARS_MAX = 80;

    public PeopleFault {
        arguments = arguments.stream().map(PeopleFault::shortened).toList();
    }

    /// What is wrong, for a person: Chinese, or English for every other language.
    public String message(Locale language) {
        String what = MESSAGES.text(language, code.key(), arguments);
        return guess.map(word -> what + MESSAGES.text(language, GUESS_KEY, List.of(word)))
                .orElse(what);
    }

    /// File, line, field and what is wrong: `people.csv:12:3: …`.
    public String describe(String file, Locale language) {
        return (line == 0 ? file : file + ":" + line)
                + (column == 0 ? "" : ":" + column)
                + ": "
                + message(language);
    }

    private static String shortened(String text) {
        return text.length() <= ARGUMENT_CHARS_MAX
                ? text
                : text.substring(0, ARGUMENT_CHARS_MAX) + "…";
    }
}
