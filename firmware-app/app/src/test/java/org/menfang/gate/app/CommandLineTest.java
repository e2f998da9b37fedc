package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line, in this process.
class CommandLineTest {
    private static final Path GOOD = Path.of("../../edge-config/sites/lane.yaml");

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_good_site_file_is_praised() {
        assertEquals(0, run("check", "--site", GOOD.toString(), "--language", "en"));
        assertTrue(out.toString().contains("no faults: "), out.toString());
    }

    @Test
    void praise_comes_in_chinese_too() {
        assertEquals(0, run("check", "--site", GOOD.toString(), "--language", "zh"));
        assertTrue(out.toString().contains("没有错误"), out.toString());
    }

    @Test
    void every_fault_of_a_bad_site_file_is_named_with_its_line() throws IOException {
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(
                bad, Files.readString(GOOD).replace("zone:", "zoen:").replace("gate:", "gaet:"));
        assertEquals(78, run("check", "--site", bad.toString(), "--language", "en"));
        assertTrue(
                out.toString().lines().filter(line -> line.startsWith(bad + ":")).count() >= 2,
                out.toString());
        assertTrue(out.toString().contains("Did you mean"), out.toString());
    }

    @Test
    void a_site_file_that_is_not_there_is_a_bad_file() {
        assertEquals(78, run("check", "--site", folder.resolve("none.yaml").toString()));
        assertTrue(out.toString().contains("none.yaml"), out.toString());
    }

    @Test
    void wrong_use_is_told_with_the_usage() {
        assertEquals(64, run("check"));
        assertTrue(err.toString().contains("--site"), err.toString());
        assertEquals(64, run("chekc"));
        assertEquals(64, run("check", "--site", "x", "--language", "klingon"));
    }

    @Test
    void without_a_command_the_usage_is_told() {
        assertEquals(64, run());
        assertTrue(err.toString().contains("check"), err.toString());
    }

    @Test
    void help_says_what_the_exit_status_means() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("退出状态 / Exit status:"), out.toString());
        assertTrue(out.toString().contains("78"), out.toString());
        assertEquals(0, run("check", "--help"));
    }

    @Test
    void the_version_is_the_one_that_was_built() {
        assertEquals(0, run("--version"));
        assertEquals(0, run("run", "--version"));
        assertTrue(
                out.toString().matches("(?s)menfang gate \\d+\\.\\d+.*menfang gate \\d.*"),
                out.toString());
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
