package org.menfang.hub.people;

import java.util.Arrays;
import java.util.List;

/// One of several that a form offers.
public record Choice(String value, String text) {
    public static List<Choice> of(Enum<?>[] values, String prefix, Telling telling) {
        return Arrays.stream(values)
                .map(each -> new Choice(each.name(), telling.text(prefix + each.name())))
                .toList();
    }
}
