package org.menfang.gate.reader;

import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.vocabulary.CredentialIdentifier;

/// What somebody has tried at one reader that nobody here knows: one stranger's card after another,
/// one PIN after another. The same card again is no guess. With time, guesses are forgiven one by
/// one.
final class Guesses {
    private final ArrayDeque<CredentialIdentifier> last = new ArrayDeque<>();
    private int count;
    private MonotonicTime since = MonotonicTime.START;

    /// @param tried none where every try is another one, as with digits
    /// @return how long the answer is held back, and what is entered next; zero for as usual
    Duration guessed(@Nullable CredentialIdentifier tried, MonotonicTime now) {
        forgive(now);
        if (tried == null || !last.contains(tried)) {
            count = Math.min(count + 1, Limits.GUESSES_COUNTED_MAX);
            remember(tried);
        }
        return delay(now);
    }

    /// How long answers to strangers are held back now; zero for as usual.
    Duration delay(MonotonicTime now) {
        forgive(now);
        if (count < Limits.GUESSES_MAX) {
            return Duration.ZERO;
        }
        Duration doubled =
                Limits.GUESS_DELAY_FIRST.multipliedBy(1L << (count - Limits.GUESSES_MAX));
        return doubled.compareTo(Limits.GUESS_DELAY_MAX) < 0 ? doubled : Limits.GUESS_DELAY_MAX;
    }

    private void remember(@Nullable CredentialIdentifier tried) {
        if (tried != null) {
            last.add(tried);
        }
        if (last.size() > Limits.GUESSES_COUNTED_MAX) {
            last.remove();
        }
    }

    private void forgive(MonotonicTime now) {
        long forgiven = since.until(now).dividedBy(Limits.GUESS_FORGIVEN);
        count = (int) Math.max(0, count - forgiven);
        since = count == 0 ? now : since.plus(Limits.GUESS_FORGIVEN.multipliedBy(forgiven));
        if (count == 0) {
            last.clear();
        }
    }
}
