package org.menfang.gate.reader;

import java.util.Optional;
import java.util.function.Predicate;
import org.menfang.gate.CardBits;
import org.menfang.gate.Input;
import org.menfang.gate.Key;
import org.menfang.vocabulary.ReaderId;

/// The keys of a keypad that speaks over the same two wires as its reader: each key is a short
/// frame of its own.
///
/// | frame | bits |
/// |---|---|
/// | 4 bits | the key: 0 to 9, 10 for `*`, 11 for `#` |
/// | 8 bits | the same four bits inverted, and then as they are |
///
/// No card is that short: where a reader has a keypad, such a frame is a key or noise.
public final class KeyFrames {
    private static final int SHORT_BITS = 4;
    private static final int LONG_BITS = 8;
    private static final int HALF = 0xF;
    private static final int STAR = 10;
    private static final int HASH = 11;

    private KeyFrames() {}

    /// The key of a frame; empty for anything else.
    public static Optional<Key> decode(CardBits frame) {
        int bits = frame.length() <= LONG_BITS ? Integer.parseInt(frame.bits(), 2) : 0;
        return switch (frame.length()) {
            case SHORT_BITS -> key(bits);
            case LONG_BITS ->
                    bits >> SHORT_BITS == (~bits & HALF) ? key(bits & HALF) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// A key pressed, where its frame came as the bits of a card; everything else as it was told.
    ///
    /// @param hasKeypad whether a reader has one, so that what is short is a key
    public static Input.FromField heard(Input.FromField told, Predicate<ReaderId> hasKeypad) {
        if (!(told instanceof Input.CardRead(ReaderId reader, CardBits bits))
                || !hasKeypad.test(reader)) {
            return told;
        }
        return decode(bits)
                .<Input.FromField>map(key -> new Input.KeyPressed(reader, key))
                .orElse(told);
    }

    private static Optional<Key> key(int number) {
        return switch (number) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> Optional.of(Key.ofDigit((char) ('0' + number)));
            case STAR -> Optional.of(Key.CLEAR);
            case HASH -> Optional.of(Key.ENTER);
            default -> Optional.empty();
        };
    }
}
