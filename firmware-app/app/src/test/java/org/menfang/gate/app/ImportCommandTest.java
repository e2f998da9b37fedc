package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules on their way from a file into the database.
class ImportCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path data;
    private Path rules;

    @BeforeEach
    void namePaths() {
        data = folder.resolve("data");
        rules = folder.resolve("rules.json");
    }

    @Test
    void a_good_rule_set_is_imported_and_may_be_imported_again() throws IOException {
        write(2);
        assertEquals(0, run("zh"), err::toString);
        assertTrue(out.toString().contains("已导入第 2 版规则"), out::toString);
        assertEquals(0, run("en"), err::toString);
    }

    @Test
    void an_older_rule_set_is_refused() throws IOException {
        write(2);
        assertEquals(0, run("en"), err::toString);
        write(1);
        assertEquals(78, run("en"));
        assertTrue(err.toString().contains("older"), err::toString);
    }

    @Test
    void a_bad_rule_set_is_answered_with_its_faults_and_changes_nothing() throws IOException {
        Files.writeString(rules, "{\"compound\":\"lane\",\"version\":0}");
        assertEquals(78, run("en"));
        assertTrue(out.toString().startsWith(rules + ":"), out::toString);
        assertTrue(Files.notExists(data));
    }

    @Test
    void while_a_gate_runs_on_the_folder_nothing_is_imported() throws Exception {
        write(1);
        try (DataFolder _ = DataFolder.take(data)) {
            assertEquals(69, run("en"));
        }
    }

    private void write(long version) throws IOException {
        Files.writeString(
                rules,
                """
                {"compound":"heping-nong","version":%d,"schedules":[],"profiles":[],"holders":[],\
                "credentials":[]}\
                """
                        .formatted(version));
    }

    private int run(String language) {
        return Main.run(
                new String[] {
                    "import",
                    "--rules",
                    rules.toString(),
                    "--data",
                    data.toString(),
                    "--language",
                    language
                },
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
