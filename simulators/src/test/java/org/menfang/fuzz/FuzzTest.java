package org.menfang.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The fuzzer on every reader, for as long as a build may take; `menfang fuzz` takes longer.
@Timeout(1_800)
final class FuzzTest {
    private static final Duration PER_READER = Duration.ofSeconds(10);

    private static final int FAULTS_MAX = 3;

    /// It ends when it finds the fault, after a second or two on a machine that does nothing else.
    private static final Duration CONTROL_MAX = Duration.ofMinutes(2);

    @TempDir Path folder;

    @Test
    void ten_seconds_for_each_reader_break_none() throws IOException, InterruptedException {
        List<FuzzProcess.Outcome> outcomes =
                new FuzzRun(folder, FAULTS_MAX).sideBySide(Room.real(), PER_READER);
        StringWriter told = new StringWriter();
        new FuzzReport(new PrintWriter(told, true)).print(outcomes);
        outcomes.forEach(outcome -> assertTrue(outcome.isSound(), told.toString()));
        assertEquals(
                Room.real().stream().mapToInt(room -> room.targets().size()).sum(),
                outcomes.stream().mapToInt(outcome -> outcome.counts().size()).sum(),
                told.toString());
        outcomes.stream()
                .flatMap(outcome -> outcome.counts().stream())
                .forEach(count -> assertTrue(count.inputs() > 0, count.target() + "\n" + told));
    }

    /// What finds nothing in a reader that is broken would find nothing anywhere.
    @Test
    void a_planted_fault_is_found() throws IOException, InterruptedException {
        FuzzProcess.Outcome outcome =
                new FuzzRun(folder, 1).sideBySide(List.of(Room.CONTROL), CONTROL_MAX).getFirst();
        assertFalse(outcome.isSound());
        FuzzProcess.Fault fault = outcome.faults().getFirst();
        assertEquals("planted", fault.target());
        assertTrue(fault.input().startsWith("door"), fault.input());
        assertTrue(fault.trace().contains("ArrayIndexOutOfBoundsException: planted"));
    }
}
