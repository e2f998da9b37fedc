package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.hardware.ReaderInstalls;
import org.menfang.gate.local.EventSearch;
import org.menfang.gate.local.LocalAnswers;
import org.menfang.gate.local.Records;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.vocabulary.ReaderId;

@Timeout(60)
class OsdpInstallCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_reader_that_took_its_key_is_praised_once_it_is_heard() throws IOException {
        assertEquals(
                0,
                runWith(
                        new ScriptedInstalls(
                                new ReaderInstalls.Progress(true, false, "没有应答 / silent"),
                                new ReaderInstalls.Progress(false, true, ""))));
        assertTrue(out.toString().contains("silent"), out.toString());
        assertTrue(out.toString().contains("done"), out.toString());
    }

    @Test
    void a_reader_that_took_none_is_told_with_its_reason() throws IOException {
        assertEquals(
                69,
                runWith(
                        new ScriptedInstalls(
                                new ReaderInstalls.Progress(false, false, "no new key"))));
        assertTrue(out.toString().contains("no new key"), out.toString());
    }

    @Test
    void a_gate_without_such_a_reader_says_so() throws IOException {
        assertEquals(69, runWith(ReaderInstalls.NONE));
        assertTrue(err.toString().contains("OSDP"), err.toString());
    }

    @Test
    void a_gate_that_does_not_run_gives_no_key() {
        assertEquals(69, run());
        assertTrue(err.toString().contains("does not answer"), err.toString());
    }

    private int runWith(ReaderInstalls installs) throws IOException {
        try (LocalAnswers _ =
                LocalAnswers.start(DataFolder.socket(folder), new NoRecords(), installs)) {
            return run();
        }
    }

    private int run() {
        String[] arguments = {"osdp-install", "north-in", "--data", folder.toString()};
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private static final class ScriptedInstalls implements ReaderInstalls {
        private final Deque<Progress> steps = new ArrayDeque<>();

        ScriptedInstalls(Progress... steps) {
            this.steps.addAll(List.of(steps));
        }

        @Override
        public Optional<String> beginInstall(ReaderId reader, OptionalInt foundAt) {
            return Optional.empty();
        }

        @Override
        public Optional<Progress> progress(ReaderId reader) {
            return Optional.of(steps.size() > 1 ? steps.remove() : steps.element());
        }
    }

    private static final class NoRecords implements Records {
        @Override
        public EventSearch event(long seq) {
            return new EventSearch.NotKept();
        }

        @Override
        public RuleSearch rules(long version) {
            return new RuleSearch.NotKept();
        }
    }
}
