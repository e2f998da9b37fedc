package org.menfang.hub.cases;

import java.util.Optional;

/// What a text has to be before it is written down for ever.
public final class CaseText {
    private CaseText() {}

    /// The key of the reason why a text of one line cannot be taken; empty if it can.
    public static Optional<String> fault(String text, int charsMax) {
        if (text.isBlank()) {
            return Optional.of("refused.cases.text-missing");
        }
        return faultOfOptional(text, charsMax);
    }

    /// The same for a text that may be left out.
    public static Optional<String> faultOfOptional(String text, int charsMax) {
        if (text.length() > charsMax) {
            return Optional.of("refused.cases.text-long");
        }
        return text.codePoints().anyMatch(CaseText::isUnseen)
                ? Optional.of("refused.cases.text-unseen")
                : Optional.empty();
    }

    /// The same for a text of several lines, as {@link #lines} brings it into form.
    public static Optional<String> faultOfLines(String text, int charsMax) {
        return text.isBlank()
                ? Optional.of("refused.cases.text-missing")
                : faultOfOptional(text.replace("\n", " "), charsMax);
    }

    /// A text of several lines as a browser sends it, with line ends of one kind.
    public static String lines(String sent) {
        return sent.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// Signs that nobody sees, or that turn the order of others around: they can make a text look
    /// like another one.
    private static boolean isUnseen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
