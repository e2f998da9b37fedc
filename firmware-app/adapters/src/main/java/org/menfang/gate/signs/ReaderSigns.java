package org.menfang.gate.signs;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.vocabulary.ReaderId;

/// One reader, and what came from it last.
///
/// @param last the last that it delivered; none where nothing came yet
/// @param trouble why it is not heard any more; empty where it is
/// @param tamper whether somebody opened its case
/// @param wires what a reader on two wires is like
/// @param bus what a reader on a shared line is like
public record ReaderSigns(
        ReaderId reader,
        @Nullable Delivered last,
        String trouble,
        boolean tamper,
        ReaderState.@Nullable OnWires wires,
        ReaderState.@Nullable OnLine bus) {
    /// What a reader delivered.
    ///
    /// @param bits of a card, all of them, which is a secret; empty for a key or a text
    /// @param secondsAgo when that was
    public record Delivered(Kind kind, String bits, long secondsAgo) {}

    /// What can come from a reader. Of keys and texts only that they came is kept.
    public enum Kind {
        CARD,
        KEY,
        TEXT
    }
}
