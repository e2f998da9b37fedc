package org.menfang.hub.ways;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Sent;
import org.menfang.hub.notify.WayAddress;

/// Text messages through a modem at the hub, by the programs of Gammu: `gammu-smsd-inject`, which
/// hands a message to the daemon, or `gammu`, which sends it by itself.
///
/// The program is started with a list of arguments and no shell, so that nothing in a text or a
/// number can be taken for a command. With the daemon, a success means that the daemon has the
/// message.
public final class Modem {
    /// A text of more than one message is sent as several that a phone puts together.
    private static final int TEXT_CHARS_MAX = 400;

    private final List<String> program;
    private final Duration doneMax;

    /// @param program the path of the program, and options of its own that come first
    /// @param doneMax after this it is ended
    public Modem(List<String> program, Duration doneMax) {
        if (program.isEmpty()) {
            throw new IllegalArgumentException("a modem needs a program");
        }
        this.program = List.copyOf(program);
        this.doneMax = doneMax;
    }

    List<String> arguments(String number, String text) {
        List<String> all = new ArrayList<>(program);
        if (!program.getFirst().endsWith("-inject")) {
            all.add("sendsms");
        }
        String bounded = text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX);
        all.addAll(
                List.of(
                        "TEXT",
                        number,
                        "-unicode",
                        "-len",
                        Integer.toString(TEXT_CHARS_MAX),
                        "-text",
                        bounded));
        return all;
    }

    Sent send(WayAddress address, Outgoing message) {
        try {
            Process process =
                    new ProcessBuilder(arguments(address.target(), message.whole()))
                            .redirectInput(Redirect.from(new java.io.File("/dev/null")))
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            return ended(process);
        } catch (IOException e) {
            // What it says may quote the number.
            return Sent.failed(Failure.NO_PROGRAM, "");
        }
    }

    private Sent ended(Process process) {
        try {
            if (process.waitFor(doneMax.toMillis(), TimeUnit.MILLISECONDS)) {
                int status = process.exitValue();
                return status == 0
                        ? new Sent.Delivered()
                        : Sent.failed(Failure.MODEM_FAILED, "exit status " + status);
            }
            return Sent.failed(Failure.NO_ANSWER, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Sent.failed(Failure.NO_ANSWER, "");
        } finally {
            process.destroyForcibly();
        }
    }
}
