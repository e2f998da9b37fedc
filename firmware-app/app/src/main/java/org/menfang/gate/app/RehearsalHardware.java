package org.menfang.gate.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.ReaderFeedback;
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

/// A board that is not there, for a rehearsal: every input is at rest, every output takes what it
/// is given, and a card can be shown.
final class RehearsalHardware implements HardwareProvider {
    private final CompletableFuture<ReaderFeedback> answer = new CompletableFuture<>();
    private final AtomicReference<@Nullable ReaderListener> listening = new AtomicReference<>();

    @Override
    public String name() {
        return "rehearsal";
    }

    @Override
    public Hardware open(Site site, Path dataFolder) {
        return new Board(site);
    }

    /// Shows a card. The answer says whether it lets somebody in, once that is decided.
    CompletableFuture<ReaderFeedback> show(ReaderId reader, CardBits card) {
        ReaderListener listener = listening.get();
        if (listener == null) {
            throw new IllegalStateException("the readers are not connected");
        }
        listener.onCard(reader, card);
        return answer;
    }

    private void answered(ReaderFeedback feedback) {
        if (feedback == ReaderFeedback.GRANTED || feedback.isDenial()) {
            answer.complete(feedback);
        }
    }

    private final class Board implements Hardware {
        private final Site site;

        Board(Site site) {
            this.site = site;
        }

        @Override
        public GpioChip gpio() {
            return new RestingChip(site);
        }

        @Override
        public Readers connectReaders(ReaderListener listener) {
            listening.set(listener);
            return (reader, feedback) -> answered(feedback);
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
            listening.set(null);
        }
    }

    private record RestingChip(Site site) implements GpioChip {
        @Override
        public OutputLine output(int line, boolean initiallyHigh) {
            RehearsedOutput output = new RehearsedOutput();
            output.drive(initiallyHigh);
            return output;
        }

        @Override
        public InputLine input(
                int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
            boolean highAtRest =
                    site.pins().stream().anyMatch(pin -> pin.line() == line && pin.activeLow());
            return () -> highAtRest;
        }
    }

    private static final class RehearsedOutput implements GpioChip.OutputLine {
        private volatile boolean high;

        @Override
        public void drive(boolean newLevel) {
            high = newLevel;
        }

        @Override
        public boolean isHigh() {
            return high;
        }
    }
}
