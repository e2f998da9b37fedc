package org.menfang.gate.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.menfang.gate.CardBits;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.site.CameraPlan;
import org.menfang.site.PinPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.ReaderId;

/// Hardware for tests of the whole program: it writes each level of each output into a file of the
/// data folder, `17 high`. A line on standard input, `lane-reader 0101…`, is a card at a reader;
/// after the line `wedge` whoever shows something at a reader hangs.
public final class RecordingHardwareProvider implements HardwareProvider {
    static final String NAME = "recording";
    static final String LEVELS = "levels.txt";
    static final String WEDGE = "wedge";

    private static final AtomicBoolean WEDGED = new AtomicBoolean();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hardware open(Site site, Path dataFolder) {
        return new RecordingHardware(dataFolder.resolve(LEVELS));
    }

    private record RecordingHardware(Path file) implements Hardware {
        @Override
        public GpioChip gpio() {
            return new RecordingChip(file);
        }

        @Override
        public Readers connectReaders(ReaderListener listener) {
            Thread.ofPlatform().daemon().start(() -> readCards(listener));
            return (reader, feedback) -> hangWhenWedged();
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
            write(file, "closed");
        }
    }

    private static void readCards(ReaderListener listener) {
        Scanner cards = new Scanner(System.in, StandardCharsets.US_ASCII);
        while (cards.hasNextLine()) {
            String line = cards.nextLine();
            if (line.equals(WEDGE)) {
                WEDGED.set(true);
                continue;
            }
            String[] card = line.split(" ", 2);
            listener.onCard(new ReaderId(card[0]), new CardBits(card[1]));
        }
    }

    private record RecordingChip(Path file) implements GpioChip {
        @Override
        public OutputLine output(int line, boolean initiallyHigh) {
            RecordingOutput output = new RecordingOutput(file, line);
            output.drive(initiallyHigh);
            return output;
        }

        @Override
        public InputLine input(
                int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
            return () -> pull == PinPlan.Pull.UP;
        }
    }

    private static final class RecordingOutput implements GpioChip.OutputLine {
        private final Path file;
        private final int line;
        private boolean high;

        RecordingOutput(Path file, int line) {
            this.file = file;
            this.line = line;
        }

        @Override
        public void drive(boolean newLevel) {
            high = newLevel;
            write(file, line + (high ? " high" : " low"));
        }

        @Override
        public boolean isHigh() {
            return high;
        }
    }

    private static void hangWhenWedged() {
        try {
            new CountDownLatch(WEDGED.get() ? 1 : 0).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(
                    file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
