package org.menfang.sim.hardware;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.menfang.gate.CardBits;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.site.CameraPlan;
import org.menfang.site.DoorPlan;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.vocabulary.ReaderId;

/// A board without devices at which cards are held, one after the other: the first one is there
/// before the gate is, and each other one as soon as the one before is answered. Inputs are at
/// rest.
///
/// It says on its stream when a lock that was secured is driven for the first time, and when all
/// cards were held.
final class HeldCards implements Hardware {
    private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(1);

    private final Site site;
    private final List<Held> cards;
    private final int times;
    private final PrintStream said;
    private final Semaphore answers = new Semaphore(0);
    private final AtomicBoolean moved = new AtomicBoolean();

    /// A card at a reader.
    record Held(ReaderId reader, CardBits card) {
        String line() {
            return reader + " " + card.bits();
        }

        static Held in(String line) {
            String[] words = line.split(" ", -1);
            return new Held(new ReaderId(words[0]), new CardBits(words[1]));
        }
    }

    /// @param times how often a card is held to a reader
    HeldCards(Site site, List<Held> cards, int times, PrintStream said) {
        this.site = site;
        this.cards = List.copyOf(cards);
        this.times = times;
        this.said = said;
    }

    static List<Held> read(Path file) throws IOException {
        List<Held> cards = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            cards.add(Held.in(line));
        }
        return cards;
    }

    @Override
    public GpioChip gpio() {
        return new Chip();
    }

    @Override
    public Readers connectReaders(ReaderListener listener) {
        Thread.ofPlatform().daemon().name("cards").start(() -> hold(listener));
        return (reader, feedback) -> {
            if (feedback == ReaderFeedback.GRANTED || feedback.isDenial()) {
                answers.release();
            }
        };
    }

    private void hold(ReaderListener listener) {
        try {
            for (int i = 0; i < times; i++) {
                Held next = cards.get(i % cards.size());
                listener.onCard(next.reader(), next.card());
                // Nobody is kept waiting for an answer that does not come.
                boolean _ = answers.tryAcquire(ANSWER_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
            }
            said.println(HeldCardsProvider.DONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        said.flush();
    }

    private Optional<PinPlan> pin(int line) {
        return site.pins().stream().filter(pin -> pin.line() == line).findFirst();
    }

    /// The level that the line of a lock carries while its door is released; empty for other lines.
    private Optional<Boolean> released(int line) {
        for (DoorPlan door : site.doors()) {
            Optional<PinPlan> lock = site.pin(PointName.lock(door.id()));
            if (lock.isPresent() && lock.get().line() == line) {
                boolean energised = door.failMode().energisedToRelease();
                return Optional.of(energised != lock.get().activeLow());
            }
        }
        return Optional.empty();
    }

    private final class Chip implements GpioChip {
        @Override
        public OutputLine output(int line, boolean initiallyHigh) {
            return new Output(released(line), initiallyHigh);
        }

        @Override
        public InputLine input(
                int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
            boolean highAtRest = pin(line).filter(PinPlan::activeLow).isPresent();
            return () -> highAtRest;
        }
    }

    private final class Output implements GpioChip.OutputLine {
        private final Optional<Boolean> released;
        private volatile boolean high;

        Output(Optional<Boolean> released, boolean initiallyHigh) {
            this.released = released;
            high = initiallyHigh;
        }

        @Override
        public void drive(boolean newLevel) {
            boolean changed = newLevel != high;
            high = newLevel;
            boolean isReleased = released.filter(level -> level == newLevel).isPresent();
            if (changed && isReleased && moved.compareAndSet(false, true)) {
                said.println(HeldCardsProvider.MOVED);
            }
        }

        @Override
        public boolean isHigh() {
            return high;
        }
    }
}
