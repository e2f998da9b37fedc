package org.menfang.rules.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.menfang.text.Catalogue;

/// One thing that is wrong with a rule set.
///
/// @param line the line, 1 and up; 0 where there is no text, or it could not be read at all
/// @param column the column, 1 and up; 0 where there is no text, or it could not be read at all
/// @param path where in the set, such as `credentials[17]`; empty for the whole
/// @param arguments what the message of the code needs to be told
/// @param guess what the writer perhaps meant
public record RuleFault(
        int line,
        int column,
        String path,
        RuleFaultCode code,
        List<String> arguments,
        Optional<String> guess) {
    /// The messages of all codes, and `did-you-mean`.
    static final Catalogue MESSAGES = Catalogue.beside(RuleFault.class, "faults");

    static final String GUESS_KEY = "did-you-mean";

    public RuleFault {
        arguments = List.copyOf(arguments);
    }

    /// Where there is nothing to guess.
    public RuleFault(
            int line, int column, String path, RuleFaultCode code, List<String> arguments) {
        this(line, column, path, code, arguments, Optional.empty());
    }

    /// What is wrong, for a person: Chinese, or English for every other language.
    public String message(Locale language) {
        String what = MESSAGES.text(language, code.key(), arguments);
        String whole =
                guess.map(word -> what + MESSAGES.text(language, GUESS_KEY, List.of(word)))
                        .orElse(what);
        return path.isEmpty() ? whole : path + ": " + whole;
    }

    /// File, line, column, path and what is wrong: `rules.json:12:5: credentials[17]: …`.
    public String describe(String file, Locale language) {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + message(language);
    }
}
