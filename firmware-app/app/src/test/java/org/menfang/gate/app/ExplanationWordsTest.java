package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.menfang.gate.rule.Fact;
import org.menfang.gate.rule.Finding;
import org.menfang.text.Catalogue;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

class ExplanationWordsTest {
    private static final Catalogue WORDS = ExplanationWords.WORDS;

    @Test
    void there_are_words_for_every_rule_every_reason_and_every_fact() {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            List<String> missing =
                    Stream.of(
                                    keys("rule.", RuleName.values()),
                                    keys("reason.", DenyReason.values()),
                                    keys("step.", Finding.Step.values()),
                                    keys("fact.", Fact.Name.values()))
                            .flatMap(all -> all)
                            .filter(key -> !WORDS.keys(language).contains(key))
                            .toList();
            assertEquals(List.of(), missing);
        }
    }

    @Test
    void both_languages_say_the_same() {
        assertEquals(
                new TreeSet<>(WORDS.keys(Locale.ENGLISH)),
                new TreeSet<>(WORDS.keys(Locale.CHINESE)));
    }

    private static Stream<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }
}
