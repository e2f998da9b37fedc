package org.menfang.gate.app;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.EventStream;

/// An event as a person names it: by its id on the wire, `north/events/123`, or by its number.
///
/// @param gate none where only the number was given
record EventName(@Nullable String gate, long seq) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:(?<gate>[a-z0-9-]{1,64})/"
                            + EventStream.EVENTS.wireName()
                            + "/)?(?<seq>[1-9][0-9]{0,17})");

    /// Empty for a text that names no event of the complete stream.
    static Optional<EventName> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new EventName(matcher.group("gate"), Long.parseLong(matcher.group("seq"))))
                : Optional.empty();
    }
}
