package org.menfang.gate.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.gate.signs.ReaderSigns;
import org.menfang.site.CameraPlan;
import org.menfang.site.PinPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.ReaderId;

/// The lines of a board on which no gate runs.
@Timeout(60)
class StoppedFieldTest {
    private final WatchedBoard board = new WatchedBoard();

    @TempDir Path keys;

    @Test
    void inputs_and_the_wires_of_readers_are_taken_and_no_output_is() throws IOException {
        try (StoppedField field = StoppedField.open(board, PinAndReaderFindingsTest.site(), keys)) {
            GateReading.Stopped now = field.now();
            assertEquals(List.of(5, 16, 20, 21, 23, 24), List.copyOf(new TreeSet<>(board.inputs)));
            assertEquals(
                    List.of(5, 16, 20, 21, 23, 24),
                    now.lines().stream().map(line -> line.line()).sorted().toList());
            assertTrue(now.lines().stream().noneMatch(line -> line.output()));
        }
        assertEquals(List.of(), board.driven);
        assertFalse(board.readersConnected);
        assertTrue(board.closed);
        assertTrue(Files.notExists(board.folder));
    }

    @Test
    void a_line_that_is_held_low_is_seen() throws IOException {
        board.low.add(23);
        try (StoppedField field = StoppedField.open(board, PinAndReaderFindingsTest.site(), keys)) {
            ReaderState.OnWires wires = field.now().readers().getFirst().wires();
            assertTrue(wires != null && Boolean.FALSE.equals(wires.zeroHigh()));
            assertTrue(wires != null && Boolean.TRUE.equals(wires.oneHigh()));
        }
    }

    @Test
    void a_card_that_is_shown_meanwhile_is_heard() throws Exception {
        String bits = "10000001100011010001010111";
        try (StoppedField field = StoppedField.open(board, PinAndReaderFindingsTest.site(), keys)) {
            long begin = System.nanoTime();
            for (int i = 0; i < bits.length(); i++) {
                board.listener.onEdge(
                        bits.charAt(i) == '1' ? 24 : 23, false, begin + i * 2_000_000L);
            }
            ReaderSigns reader = field.now().readers().getFirst();
            while (reader.last() == null) {
                Thread.onSpinWait();
                reader = field.now().readers().getFirst();
            }
            assertEquals(new ReaderId("lane-outer"), reader.reader());
            assertEquals(bits, reader.last().bits());
        }
        assertEquals(List.of(), board.driven);
    }

    @Test
    void a_line_that_somebody_holds_is_told_and_the_others_are_read() throws IOException {
        board.held.add(5);
        try (StoppedField field = StoppedField.open(board, PinAndReaderFindingsTest.site(), keys)) {
            List<Finding> pins =
                    PinFindings.of(
                            PinAndReaderFindingsTest.site(),
                            field.now().lines(),
                            field.now().readers());
            assertEquals(
                    List.of("line 5 is held by \"x\""),
                    pins.stream()
                            .filter(each -> each.diagnosis() == Diagnosis.PIN_UNREADABLE)
                            .map(each -> each.value().zh())
                            .toList());
        }
    }

    @Test
    void a_chip_gives_the_doctor_no_output() {
        GpioChip chip = new InputsOnlyChip(board.chip());
        assertThrows(IllegalStateException.class, () -> chip.output(17, false));
        assertEquals(List.of(), board.driven);
    }

    /// Writes down what is taken of it.
    private static final class WatchedBoard implements HardwareProvider {
        private final List<Integer> inputs = new ArrayList<>();
        private final List<Integer> driven = new ArrayList<>();
        private final List<Integer> low = new ArrayList<>();
        private final List<Integer> held = new ArrayList<>();
        private GpioChip.TimedEdgeListener listener = new Deaf();
        private Path folder = Path.of("");
        private boolean readersConnected;
        private boolean closed;

        @Override
        public String name() {
            return "watched";
        }

        @Override
        public Hardware open(Site site, Path dataFolder) {
            folder = dataFolder;
            return new WatchedHardware();
        }

        GpioChip chip() {
            return new WatchedChip();
        }

        private final class WatchedHardware implements Hardware {
            @Override
            public GpioChip gpio() {
                return new WatchedChip();
            }

            @Override
            public Readers connectReaders(ReaderListener told) {
                readersConnected = true;
                return (_, _) -> {};
            }

            @Override
            public Optional<FrameSource> frames(CameraPlan camera) {
                return Optional.empty();
            }

            @Override
            public Optional<TimeSource> clock() {
                return Optional.empty();
            }

            @Override
            public void close() {
                closed = true;
            }
        }

        private final class WatchedChip implements GpioChip {
            @Override
            public OutputLine output(int line, boolean initiallyHigh) {
                driven.add(line);
                throw new UncheckedIOException(new IOException("an output"));
            }

            @Override
            public InputLine input(
                    int line, PinPlan.Pull pull, Duration debounce, EdgeListener told) {
                if (held.contains(line)) {
                    throw new UncheckedIOException(
                            new IOException("line " + line + " is held by \"x\""));
                }
                inputs.add(line);
                return () -> !low.contains(line);
            }

            @Override
            public TimedLines timed(
                    List<Integer> lines, PinPlan.Pull pull, TimedEdgeListener told) {
                inputs.addAll(lines);
                if (lines.contains(23)) {
                    listener = told;
                }
                return line -> !low.contains(line);
            }
        }

        private static final class Deaf implements GpioChip.TimedEdgeListener {
            @Override
            public void onEdge(int line, boolean high, long nanos) {}

            @Override
            public void onLost(long edges) {}
        }
    }
}
