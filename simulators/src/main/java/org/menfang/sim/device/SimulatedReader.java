package org.menfang.sim.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;
import org.menfang.site.ReaderPlan;
import org.menfang.vocabulary.ReaderId;

/// A reader: it delivers the bits of the card that is held before it, and where it has them, the
/// keys of its keypad and what its window for codes sees; it shows light and sound.
public final class SimulatedReader {
    /// Most bad reads of one flood.
    public static final int FLOOD_READS_MAX = 100_000;

    /// Most keys that somebody presses in one go.
    public static final int KEYS_MAX = 32;

    /// From one key to the next.
    public static final Duration KEY_AFTER_KEY = Duration.ofMillis(200);

    private static final int NOISE_BITS_MAX = 60;

    private final ReaderPlan plan;
    private final Timeline timeline;
    private final Chance chance;
    private final List<Consumer<ReaderFeedback>> watchers = new ArrayList<>();
    private @Nullable ReaderListener gate;
    private ReaderFeedback shown = ReaderFeedback.IDLE;

    SimulatedReader(ReaderPlan plan, Timeline timeline, Chance chance) {
        this.plan = plan;
        this.timeline = timeline;
        this.chance = chance;
    }

    public ReaderId id() {
        return plan.id();
    }

    public ReaderPlan plan() {
        return plan;
    }

    public ReaderFeedback shown() {
        return shown;
    }

    /// Holds a card before it. Without a gate behind it nothing happens.
    public void present(CardBits bits) {
        if (gate != null) {
            gate.onCard(id(), bits);
        }
    }

    /// Presses keys, one after the other, as a finger does.
    ///
    /// @param keys 1 to {@link #KEYS_MAX} of them
    /// @throws IllegalStateException if it has no keypad
    public void press(List<Key> keys) {
        if (!plan.keypad()) {
            throw new IllegalStateException(id() + " has no keypad");
        }
        if (keys.isEmpty() || keys.size() > KEYS_MAX) {
            throw new IllegalArgumentException("1 to " + KEYS_MAX + " keys: " + keys.size());
        }
        if (gate != null) {
            gate.onKey(id(), keys.getFirst());
        }
        List<Key> others = keys.subList(1, keys.size());
        if (!others.isEmpty()) {
            timeline.after(KEY_AFTER_KEY, () -> press(others));
        }
    }

    /// Holds a code before its window, or a tag that writes a link.
    ///
    /// @throws IllegalStateException if it reads no codes
    public void present(String text) {
        if (!plan.codes()) {
            throw new IllegalStateException(id() + " reads no codes");
        }
        if (gate != null) {
            gate.onText(id(), text);
        }
    }

    /// Calls with everything that it shows from now on.
    public void watch(Consumer<ReaderFeedback> watcher) {
        watchers.add(watcher);
    }

    public void stopWatching(Consumer<ReaderFeedback> watcher) {
        watchers.remove(watcher);
    }

    /// Delivers noise, as a broken reader or a prankster's device does.
    ///
    /// @param reads how many reads, 1 to {@link #FLOOD_READS_MAX}
    /// @param spacing between two of them
    public void flood(int reads, Duration spacing) {
        if (reads < 1 || reads > FLOOD_READS_MAX) {
            throw new IllegalArgumentException(
                    "a flood has 1 to " + FLOOD_READS_MAX + " reads: " + reads);
        }
        present(noise());
        if (reads > 1) {
            timeline.after(spacing, () -> flood(reads - 1, spacing));
        }
    }

    void connect(ReaderListener listener) {
        gate = listener;
    }

    void disconnect() {
        gate = null;
        show(ReaderFeedback.IDLE);
    }

    void show(ReaderFeedback feedback) {
        shown = feedback;
        List.copyOf(watchers).forEach(watcher -> watcher.accept(feedback));
    }

    private CardBits noise() {
        StringBuilder bits = new StringBuilder();
        for (int count = chance.between(1, NOISE_BITS_MAX); count > 0; count--) {
            bits.append(chance.percent(50) ? '1' : '0');
        }
        return new CardBits(bits.toString());
    }
}
