package org.menfang.sim.people;

import org.jspecify.annotations.Nullable;
import org.menfang.sim.device.Card;
import org.menfang.sim.device.Crowd;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;

/// Somebody who comes and goes.
///
/// @param name as the hub knows it
/// @param home where they live; none for somebody from outside
/// @param pin the digits that they enter when a reader asks for them
/// @param slow whether they need longer at a door
public record Person(
        HolderId id,
        String name,
        HolderKind kind,
        Habit habit,
        @Nullable Home home,
        Card card,
        String pin,
        IssuedTag tag,
        boolean slow,
        Crowd.Look look) {
    /// The same with another card.
    public Person with(Card other) {
        return new Person(id, name, kind, habit, home, other, pin, tag, slow, look);
    }

    Proof proof() {
        return Proof.of(card, pin);
    }

    /// What somebody enters who is forced to open: the PIN with its last digit one higher.
    String duressPin() {
        return withLastDigit(1);
    }

    /// What somebody enters who guesses, and is wrong.
    String wrongPin() {
        return withLastDigit(2);
    }

    private String withLastDigit(int higher) {
        int last = pin.length() - 1;
        return pin.substring(0, last) + (pin.charAt(last) - '0' + higher) % 10;
    }
}
