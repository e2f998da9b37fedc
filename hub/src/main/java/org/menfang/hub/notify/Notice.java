package org.menfang.hub.notify;

import java.time.Instant;
import java.util.List;
import org.menfang.vocabulary.OperatorName;

/// One thing that people are told. Nothing personal stands in it: it leaves the compound.
///
/// @param topic what it is about; a newer notice of the same topic takes the place of one that
///   still waits
/// @param zh the text in Chinese, 1 to {@link #TEXT_CHARS_MAX} characters
/// @param en the text in English
/// @param to the persons who are told, in this order; empty for the whole group
/// @param useUntil after this it is not sent any more
public record Notice(
        String topic,
        Urgency urgency,
        String zh,
        String en,
        List<OperatorName> to,
        Instant useUntil) {
    public static final int TEXT_CHARS_MAX = 300;

    /// How soon a notice has to be there. The most urgent first.
    public enum Urgency {
        /// Somebody is in danger: sent at once, with every sound that a way has.
        ALARM,
        /// Somebody has to act today.
        CALL,
        NEWS
    }

    public Notice {
        to = List.copyOf(to);
        check(zh);
        check(en);
    }

    private static void check(String text) {
        if (text.isBlank() || text.length() > TEXT_CHARS_MAX) {
            throw new IllegalArgumentException(
                    "a notice has 1 to " + TEXT_CHARS_MAX + " characters");
        }
    }
}
