package org.menfang.gate.app;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.rule.Explanation;
import org.menfang.gate.rule.Fact;
import org.menfang.gate.rule.Finding;
import org.menfang.text.Catalogue;
import org.menfang.vocabulary.DenyReason;
import org.menfang.wire.Event;

/// An explanation in the words of a language.
final class ExplanationWords {
    static final Catalogue WORDS = Catalogue.beside(ExplanationWords.class, "explain");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final Pattern TIME_WITHIN = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:");

    private final Locale locale;
    private final ZoneId zone;
    private final Set<String> keys;

    /// @param zone in which times are shown
    ExplanationWords(Language language, ZoneId zone) {
        locale = language.locale();
        this.zone = zone;
        keys = WORDS.keys(locale);
    }

    List<String> lines(Event event, Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(
                text(
                        "event",
                        event.gate() + "/events/" + event.position().seq(),
                        time(event.time()),
                        explanation.inquiry().accessPoint().value()));
        lines.add(outcome("recorded", explanation.recorded()));
        lines.add(text("rules", Long.toString(explanation.version())));
        for (Explanation.RuleAnswer answer : explanation.rules()) {
            lines.add(line(answer));
            if (!(answer.finding() instanceof Finding.NotConcerned)) {
                answer.facts().forEach(fact -> lines.add("      " + line(fact)));
            }
        }
        explanation
                .decidedBy()
                .ifPresent(rule -> lines.add(text("decided-by", text("rule." + rule.name()))));
        lines.add(text(explanation.agrees() ? "agrees" : "disagrees"));
        return lines;
    }

    private String outcome(String key, @Nullable DenyReason reason) {
        return text(key, reason == null ? text("granted") : text("denied", reason(reason)));
    }

    /// A mark, so that the eye finds what matters, and the same in words.
    private String line(Explanation.RuleAnswer answer) {
        String mark =
                switch (answer.finding()) {
                    case Finding.Passes _ -> "+";
                    case Finding.NotConcerned _ -> "·";
                    case Finding.Denies _ -> "x";
                    case Finding.Wants _ -> "?";
                };
        String finding =
                switch (answer.finding()) {
                    case Finding.Passes _ -> text("passes");
                    case Finding.NotConcerned _ -> text("not-concerned");
                    case Finding.Denies denies -> text("denies", reason(denies.reason()));
                    case Finding.Wants wants -> text("wants", text("step." + wants.step().name()));
                };
        return "  " + mark + " " + text("rule-line", text("rule." + answer.rule()), finding);
    }

    private String line(Fact fact) {
        String value =
                fact.value().isEmpty()
                        ? text("nothing")
                        : Arrays.stream(fact.value().split(", ", -1))
                                .map(this::words)
                                .collect(Collectors.joining(text("and")));
        return text("fact-line", text("fact." + fact.name()), value);
    }

    /// A value, or a schedule and a value.
    private String words(String value) {
        return Arrays.stream(value.split(" ", -1))
                .map(this::value)
                .collect(Collectors.joining(" "));
    }

    /// The name of an enum's value, or a point in time, as people write it; everything else as it
    /// is.
    private String value(String value) {
        String key = "value." + value;
        if (keys.contains(key)) {
            return text(key);
        }
        if (!TIME_WITHIN.matcher(value).lookingAt()) {
            return value;
        }
        return value.endsWith("Z")
                ? time(Instant.parse(value))
                : TIME.format(LocalDateTime.parse(value));
    }

    private String time(Instant instant) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private String reason(DenyReason reason) {
        return text("reason." + reason.name());
    }

    private String text(String key, String... arguments) {
        return WORDS.text(locale, key, List.of(arguments));
    }
}
