package org.menfang.sim.osdp;

import org.menfang.gate.CardBits;

/// What somebody does who sits on the line and can write right checks.
public sealed interface Attack {
    record None() implements Attack {}

    /// Turns a bit over in so many packets of a hundred, either way.
    record TurnBits(int percent) implements Attack {}

    /// In place of so many replies of a hundred says again what was said before, under the number
    /// that is due.
    record Replay(int percent) implements Attack {}

    /// Has the reader seem to know no secure channel.
    record HideSecurity() implements Attack {}

    /// Asks the reader, and tells the panel, to use the key that everybody knows.
    record ForceDefaultKey() implements Attack {}

    /// Takes the security away from commands.
    record StripSecurity() implements Attack {}

    /// Replies in the reader's place to every poll, in plain, that this card was read.
    record ForgeCard(CardBits card) implements Attack {}
}
