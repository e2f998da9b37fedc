package org.menfang.hub.open;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Wording;

/// Says things in one language.
///
/// @param words texts by their keys
/// @param names takes the names of people out of what people have typed
record Say(UnaryOperator<String> words, ZoneId zone, UnaryOperator<String> names) {
    private static final long PER_CENT = 100;
    private static final long PER_MYRIAD = 10_000;

    String text(String key) {
        return words.apply(key);
    }

    /// A text with places to fill in: `fill("open.of", "n", 3, "total", 4)`.
    String fill(String key, Object... places) {
        return Wording.fill(text(key), places);
    }

    /// What people have typed, without names and phone numbers in it.
    String typed(String text) {
        return NamesOut.withoutNumbers(names.apply(text));
    }

    /// A number that people have typed, such as that of a receipt, without names in it.
    String number(String text) {
        return names.apply(text);
    }

    String time(Instant at) {
        return Times.minute(at, zone);
    }

    String day(Instant at) {
        return Times.day(at, zone);
    }

    /// How long something takes or is ago, in its largest unit.
    String span(Duration span) {
        return Wording.span(words, span);
    }

    String age(Instant since, Instant now) {
        return fill("age.ago", "age", span(Duration.between(since, now)));
    }

    /// `99.87 %`; never rounded up to a whole.
    static String perCent(long part, long whole) {
        long myriads = part * PER_MYRIAD / whole;
        long rest = myriads % PER_CENT;
        return myriads / PER_CENT + "." + (rest < 10 ? "0" : "") + rest + " %";
    }
}
