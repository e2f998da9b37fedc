package org.menfang.sim.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.menfang.sim.people.Deed;
import org.menfang.sim.rest.DeedLog;

final class DemoWordsTest {
    @ParameterizedTest
    @EnumSource
    void every_deed_has_words_in_every_language(DemoWords words) {
        List<String> kinds = new ArrayList<>(List.of("Left"));
        for (Class<?> deed : Deed.class.getPermittedSubclasses()) {
            kinds.add(deed.getSimpleName());
        }
        for (String kind : kinds) {
            String line = words.deed(new DeedLog.DeedView(1, "07:30", kind, null, "北门"));
            assertTrue(line.startsWith("07:30  "), line);
            assertTrue(line.contains("北门"), line);
            assertFalse(line.contains(kind), line);
        }
    }
}
