package org.menfang.gate;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads lengths of time such as `250ms`, `5s` and `1m30s`.
public final class Times {
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|s|m|h)");

    private Times() {}

    public static Duration parse(String text) {
        Duration total = Duration.ZERO;
        Matcher parts = PART.matcher(text);
        int end = 0;
        while (parts.find() && parts.start() == end) {
            long count = Long.parseLong(parts.group(1));
            total =
                    total.plus(
                            switch (parts.group(2)) {
                                case "ms" -> Duration.ofMillis(count);
                                case "s" -> Duration.ofSeconds(count);
                                case "m" -> Duration.ofMinutes(count);
                                default -> Duration.ofHours(count);
                            });
            end = parts.end();
        }
        if (end == 0 || end != text.length()) {
            throw new IllegalArgumentException("no length of time: " + text);
        }
        return total;
    }
}
