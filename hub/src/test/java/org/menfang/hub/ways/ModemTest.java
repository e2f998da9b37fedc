package org.menfang.hub.ways;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Notice.Urgency;
import org.menfang.hub.notify.Sent;
import org.menfang.hub.notify.WayAddress;

/// The programs are small scripts that write down what they were called with.
@Timeout(60)
class ModemTest {
    private static final WayAddress PHONE = new WayAddress("+8613800000000", "", "");
    private static final String TEXT = "东门：强行开门 $(reboot) `id` \"; rm -rf / #";

    @TempDir Path folder;

    @Test
    void the_daemon_gets_the_message_as_one_argument_and_no_shell_ever_sees_it()
            throws IOException {
        Path program = program("gammu-smsd-inject", "exit 0");
        assertEquals(new Sent.Delivered(), send(program));
        assertEquals(
                List.of(
                        "TEXT",
                        "+8613800000000",
                        "-unicode",
                        "-len",
                        "400",
                        "-text",
                        "【门房·兴华】" + TEXT),
                called());
    }

    @Test
    void the_program_that_sends_by_itself_is_told_to_send() throws IOException {
        Path program = program("gammu", "exit 0");
        assertEquals(new Sent.Delivered(), send(program));
        assertEquals(List.of("sendsms", "TEXT", "+8613800000000"), called().subList(0, 3));
    }

    @Test
    void a_program_that_fails_is_a_failure() throws IOException {
        assertEquals(
                Sent.failed(Failure.MODEM_FAILED, "exit status 2"),
                send(program("gammu", "echo no modem >&2\nexit 2")));
    }

    @Test
    void a_program_that_does_not_end_is_ended() throws IOException {
        // It waits for something that never comes, by reading what nobody writes.
        Path fifo = folder.resolve("fifo");
        Path program = program("gammu", "mkfifo " + fifo + "\nread never < " + fifo);
        Modem modem = new Modem(List.of(program.toString()), Duration.ofMillis(500));
        assertEquals(Sent.failed(Failure.NO_ANSWER, ""), modem.send(PHONE, message()));
    }

    @Test
    void a_program_that_is_not_there_is_missing() {
        assertEquals(
                Sent.failed(Failure.NO_PROGRAM, ""), send(folder.resolve("gammu-smsd-inject")));
    }

    private Sent send(Path program) {
        return new Modem(List.of(program.toString()), Duration.ofSeconds(30))
                .send(PHONE, message());
    }

    private static Outgoing message() {
        return Outgoing.of("兴华", TEXT, null, Urgency.ALARM);
    }

    private Path program(String name, String ending) throws IOException {
        String script =
                """
                #!/bin/sh
                for each in "$@"; do printf '%%s\\n' "$each"; done > %s
                %s
                """
                        .formatted(folder.resolve("called"), ending);
        Path file = folder.resolve(name);
        Files.writeString(file, script, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    private List<String> called() throws IOException {
        return Files.readAllLines(folder.resolve("called"), StandardCharsets.UTF_8);
    }
}
