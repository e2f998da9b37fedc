package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.menfang.sim.fault.FaultName;

/// The table of promises names what attacks each of them; it must not outlive the rigs, and no
/// fault may be without a promise.
final class PromisesTableTest {
    private static final Path TABLE = Path.of("docs/promises.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern COMMAND = Pattern.compile("`\\./menfang (\\w+)");
    private static final int COLUMNS = 5;
    private static final int ROWS_MIN = 20;

    @Test
    void every_rig_that_the_table_names_is_there() throws IOException {
        Map<String, String> tests = TestSources.read();
        String launcher = Files.readString(Path.of("../menfang"));
        List<String> missing = new ArrayList<>();
        for (String row : rows()) {
            assertEquals(COLUMNS, row.split("\\|", -1).length - 2, "columns of " + row);
            Matcher test = TEST.matcher(row);
            assertTrue(test.find(), "no test: " + row);
            do {
                String source = tests.getOrDefault(test.group(1), "");
                String method = test.group(2);
                if (source.isEmpty() || (method != null && !source.contains(method + "("))) {
                    missing.add(test.group());
                }
            } while (test.find());
            Matcher command = COMMAND.matcher(row);
            while (command.find()) {
                if (!launcher.contains("./menfang " + command.group(1))) {
                    missing.add(command.group());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void every_fault_of_the_simulation_attacks_a_promise() throws IOException {
        String text = Files.readString(TABLE);
        Set<String> unnamed =
                Set.of(FaultName.values()).stream()
                        .map(FaultName::word)
                        .filter(word -> !text.contains("`" + word + "`"))
                        .collect(Collectors.toSet());
        assertEquals(Set.of(), unnamed);
    }

    private static List<String> rows() throws IOException {
        List<String> rows =
                Files.readAllLines(TABLE).stream()
                        .filter(line -> line.startsWith("|"))
                        .skip(2)
                        .toList();
        assertTrue(rows.size() >= ROWS_MIN, "rows: " + rows.size());
        return rows;
    }
}
