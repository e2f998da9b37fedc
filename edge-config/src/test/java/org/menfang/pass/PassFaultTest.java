package org.menfang.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.menfang.text.Catalogue;

class PassFaultTest {
    private static final List<Locale> LANGUAGES =
            List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    @Test
    void each_fault_has_words_in_both_languages() {
        for (Locale language : LANGUAGES) {
            assertEquals(names(), Catalogue.beside(PassFault.class, "faults").keys(language));
            for (PassFault fault : PassFault.values()) {
                assertFalse(fault.describe(language).isBlank());
            }
        }
    }

    @Test
    void each_fault_is_shown_by_a_test() throws IOException {
        StringBuilder tests = new StringBuilder();
        for (String test : new String[] {"PassReaderTest", "PassPinTest", "RotatingCodeTest"}) {
            tests.append(
                    Files.readString(Path.of("src/test/java/org/menfang/pass/" + test + ".java")));
        }
        for (PassFault fault : PassFault.values()) {
            assertTrue(tests.indexOf(fault.name()) >= 0, fault.name());
        }
    }

    private static Set<String> names() {
        return Arrays.stream(PassFault.values())
                .map(PassFault::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
