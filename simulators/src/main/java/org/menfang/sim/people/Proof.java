package org.menfang.sim.people;

import java.util.List;
import java.util.stream.Stream;
import org.menfang.gate.Key;
import org.menfang.sim.device.Card;

/// What somebody brings to a reader: a card, and the digits that they enter when they are asked.
///
/// @param pin digits only
record Proof(Card card, String pin) {
    private static final String A_GUESS = "123456";

    /// Whoever has a card that is not theirs, or of another compound, guesses.
    static Proof ofStranger(Card card) {
        return new Proof(card, A_GUESS);
    }

    List<Key> keys() {
        Stream<Key> digits = pin.chars().mapToObj(digit -> Key.ofDigit((char) digit));
        return Stream.concat(digits, Stream.of(Key.ENTER)).toList();
    }
}
