package org.menfang.sim.people;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.menfang.gate.Key;
import org.menfang.sim.device.Card;
import org.menfang.sim.device.SimulatedReader;

/// What somebody brings to a reader.
sealed interface Proof {
    /// Whoever has a card that is not theirs, or of another compound, guesses.
    String A_GUESS = "123456";

    /// Holds it before the reader, or enters it.
    void show(SimulatedReader reader);

    /// What is entered when the reader asks for a PIN.
    List<Key> keys();

    /// How long it takes to show it.
    default Duration takes() {
        return Duration.ZERO;
    }

    static Proof of(Card card, String pin) {
        return new OfCard(card, pin);
    }

    static Proof ofStranger(Card card) {
        return new OfCard(card, A_GUESS);
    }

    /// A card, and the digits that its holder enters when asked.
    ///
    /// @param pin digits only
    record OfCard(Card card, String pin) implements Proof {
        @Override
        public void show(SimulatedReader reader) {
            reader.present(card.bits(reader.plan().format()));
        }

        @Override
        public List<Key> keys() {
            return typed(pin);
        }
    }

    /// A code before the window.
    ///
    /// @param text what it says at the moment at which it is shown
    record OfCode(Supplier<String> text) implements Proof {
        @Override
        public void show(SimulatedReader reader) {
            reader.present(text.get());
        }

        @Override
        public List<Key> keys() {
            return List.of(Key.CLEAR);
        }
    }

    /// Digits without a card.
    record OfDigits(String digits) implements Proof {
        @Override
        public void show(SimulatedReader reader) {
            reader.press(keys());
        }

        @Override
        public List<Key> keys() {
            return typed(digits);
        }

        @Override
        public Duration takes() {
            return SimulatedReader.KEY_AFTER_KEY.multipliedBy(digits.length());
        }
    }

    private static List<Key> typed(String digits) {
        Stream<Key> keys = digits.chars().mapToObj(digit -> Key.ofDigit((char) digit));
        return Stream.concat(keys, Stream.of(Key.ENTER)).toList();
    }
}
