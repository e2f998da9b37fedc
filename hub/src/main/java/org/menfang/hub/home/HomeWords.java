package org.menfang.hub.home;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.menfang.text.Catalogue;
import org.menfang.vocabulary.Priority;
import org.menfang.vocabulary.SiteLevel;

/// What things are called in Home Assistant, in one language.
record HomeWords(Locale language) {
    private static final Catalogue WORDS = Catalogue.beside(HomeWords.class, "words");

    /// The priority of a gate that has no open alarm.
    private static final String NO_PRIORITY = "priority.NONE";

    String of(String key) {
        return WORDS.text(language, key, List.of());
    }

    String of(SiteLevel level) {
        return of("level." + level);
    }

    String of(Priority priority) {
        return of("priority." + priority);
    }

    String noPriority() {
        return of(NO_PRIORITY);
    }

    List<String> levels() {
        return List.of(SiteLevel.values()).stream().map(this::of).toList();
    }

    List<String> priorities() {
        return Stream.concat(
                        Stream.of(noPriority()), List.of(Priority.values()).stream().map(this::of))
                .toList();
    }
}
