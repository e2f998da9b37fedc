package org.menfang.sim.crash;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What victims said is durable, by the name of what they count: the highest number of each.
final class Acknowledged {
    private static final Pattern LINE = Pattern.compile("ack ([a-z]+) (\\d{1,18})");

    private final Map<String, Long> highest = new TreeMap<>();

    /// Takes what a victim said.
    ///
    /// @return the first line that is no acknowledgement: something went wrong in the victim
    Optional<String> take(List<String> lines) {
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                return Optional.of(line);
            }
            highest.merge(matcher.group(1), Long.parseLong(matcher.group(2)), Math::max);
        }
        return Optional.empty();
    }

    /// 0 if nothing of it was acknowledged.
    long of(String name) {
        return highest.getOrDefault(name, 0L);
    }

    /// How many things in all.
    long count() {
        return highest.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return highest.toString();
    }
}
