package org.menfang.hub.ways;

import org.jspecify.annotations.Nullable;
import org.menfang.hub.notify.Notice.Urgency;

/// What goes out: all of it, and nothing else.
///
/// @param title names the compound, and always holds the word 门房, which robots can ask for
/// @param text what a notice says
/// @param link to the board; none where it has no address that people can reach
record Outgoing(String title, String text, @Nullable String link, Urgency urgency) {
    static final String WORD = "门房";

    /// @param compound what people call the compound; empty for nothing
    static Outgoing of(String compound, String text, @Nullable String link, Urgency urgency) {
        return new Outgoing(compound.isEmpty() ? WORD : WORD + "·" + compound, text, link, urgency);
    }

    /// In one piece, for ways that know no titles.
    String whole() {
        return "【" + title + "】" + text + (link == null ? "" : "\n" + link);
    }
}
