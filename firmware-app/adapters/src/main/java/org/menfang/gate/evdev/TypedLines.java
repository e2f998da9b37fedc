package org.menfang.gate.evdev;

import java.time.Duration;
import java.util.Optional;
import org.menfang.gate.Input;
import org.menfang.gate.Limits;

/// Puts keys together to lines: ENTER ends one. What is too long, or of which the kernel dropped
/// events, is refused whole and counted; what is not finished in time is forgotten.
final class TypedLines {
    /// Readers type a whole code within a moment.
    static final Duration READER_PAUSE_MAX = Duration.ofSeconds(1);

    private final long pauseMicrosMax;
    private final StringBuilder typed = new StringBuilder();
    private boolean leftShift;
    private boolean rightShift;
    private boolean broken;
    private long last;
    private long refused;

    /// @param hasKeys whether people type as well, who take their time
    TypedLines(boolean hasKeys) {
        Duration pause = hasKeys ? Limits.KEYS_GATHERED : READER_PAUSE_MAX;
        pauseMicrosMax = pause.toNanos() / 1_000;
    }

    /// Takes an event.
    ///
    /// @return the line, where it ended one
    Optional<String> take(KeyEvent event) {
        if (event.tellsOfLoss()) {
            broken = true;
            leftShift = false;
            rightShift = false;
        } else if (KeyMap.isShift(event.code()) && event.type() == KeyEvent.TYPE_KEY) {
            shift(event);
        } else if (event.isPressed()) {
            return press(event);
        }
        return Optional.empty();
    }

    /// How many lines were refused.
    long refused() {
        return refused;
    }

    private void shift(KeyEvent event) {
        boolean down = !event.isLetGo();
        if (event.code() == KeyMap.LEFT_SHIFT) {
            leftShift = down;
        } else {
            rightShift = down;
        }
    }

    private Optional<String> press(KeyEvent event) {
        if (event.micros() - last > pauseMicrosMax) {
            forget();
        }
        last = event.micros();
        if (KeyMap.isEnter(event.code())) {
            return end();
        }
        if (event.code() == KeyMap.ESCAPE || event.code() == KeyMap.BACKSPACE) {
            forget();
        } else {
            KeyMap.sign(event.code(), leftShift || rightShift).ifPresent(this::add);
        }
        return Optional.empty();
    }

    private void add(char sign) {
        broken |= typed.length() == Input.CodeRead.TEXT_CHARS_MAX;
        if (!broken) {
            typed.append(sign);
        }
    }

    private Optional<String> end() {
        String line = typed.toString();
        boolean whole = !broken;
        forget();
        refused += whole ? 0 : 1;
        return whole && !line.isEmpty() ? Optional.of(line) : Optional.empty();
    }

    private void forget() {
        typed.setLength(0);
        broken = false;
    }
}
