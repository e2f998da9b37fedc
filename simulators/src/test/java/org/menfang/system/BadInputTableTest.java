package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The table of bad input names tests of every module; it must not outlive them.
final class BadInputTableTest {
    private static final Path TABLE = Path.of("docs/bad-input.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final int ROWS_MIN = 30;

    @Test
    void every_test_that_the_table_names_is_there() throws IOException {
        Map<String, String> tests = TestSources.read();
        List<String> missing = new ArrayList<>();
        for (String row : rows()) {
            Matcher named = NAMED.matcher(row);
            assertTrue(named.find(), "no test: " + row);
            do {
                String source = tests.getOrDefault(named.group(1), "");
                if (!source.contains("void " + named.group(2) + "(")) {
                    missing.add(named.group());
                }
            } while (named.find());
        }
        assertEquals(List.of(), missing);
    }

    private static List<String> rows() throws IOException {
        List<String> rows =
                Files.readAllLines(TABLE).stream()
                        .filter(line -> line.startsWith("|"))
                        .skip(2)
                        .toList();
        assertTrue(rows.size() >= ROWS_MIN);
        return rows;
    }
}
