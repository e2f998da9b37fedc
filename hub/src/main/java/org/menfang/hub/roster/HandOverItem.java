package org.menfang.hub.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AlarmKind;

/// One thing that the next shift has to know.
///
/// @param place where, in the words of people; no names of residents
/// @param since when it began; none where nobody knows
/// @param text what is known beyond the kind; may be empty, never a name of a resident
/// @param alarm which kind of alarm, where it is one
public record HandOverItem(
        HandOverKind kind,
        String place,
        @Nullable Instant since,
        String text,
        @Nullable AlarmKind alarm) {
    public static final int TEXT_CHARS_MAX = 200;

    public HandOverItem {
        place = shortened(place);
        text = shortened(text);
    }

    public static HandOverItem of(
            HandOverKind kind, String place, @Nullable Instant since, String text) {
        return new HandOverItem(kind, place, since, text, null);
    }

    /// Whether both tell of the same thing, however old each believes it to be.
    boolean isSameAs(HandOverItem other) {
        return kind == other.kind
                && place.equals(other.place)
                && text.equals(other.text)
                && alarm == other.alarm;
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX);
    }
}
