package org.menfang.sim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.sim.osdp.PtyPair;
import picocli.CommandLine;

@Timeout(60)
final class OsdpCommandTest {
    @TempDir Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void what_is_typed_is_done_at_the_readers_until_the_input_ends() throws Exception {
        try (PtyPair pty = PtyPair.open(folder)) {
            String device = pty.readersEnd().path().toString();
            String typed = "card 3 26:10001\nfly\nshow\n";
            assertEquals(0, run(typed, "--device", device, "--address", "0,3"));
        }
        assertTrue(said.toString().contains("readers [0, 3] at "), said.toString());
        assertTrue(said.toString().contains("something is missing after fly"), said.toString());
        assertTrue(said.toString().contains("3: offline, plain"), said.toString());
    }

    @Test
    void without_a_device_it_says_so() {
        assertEquals(69, run("", "--device", folder.resolve("none").toString()));
        assertTrue(said.toString().contains("is not there"), said.toString());
    }

    @Test
    void an_address_that_no_reader_can_have_is_wrong_use() {
        assertEquals(64, run("", "--device", "/dev/null", "--address", "127"));
    }

    private int run(String typed, String... arguments) {
        ByteArrayInputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(said, true);
        return new CommandLine(new OsdpCommand(in)).setOut(out).setErr(out).execute(arguments);
    }
}
