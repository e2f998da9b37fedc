package org.menfang.sim.people;

import org.jspecify.annotations.Nullable;
import org.menfang.sim.device.Card;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LampId;

/// What somebody really did, whatever the gate believes.
public sealed interface Deed {
    /// Somebody went through a door the right way.
    ///
    /// @param who none for a stranger
    record Passed(@Nullable Person who, Card card, AccessPointPlan point) implements Deed {}

    /// Somebody saw the red light and went away.
    record TurnedAway(@Nullable Person who, Card card, AccessPointPlan point) implements Deed {}

    /// Somebody was told yes, or nothing, and the door stayed closed.
    record KeptOut(@Nullable Person who, Card card, AccessPointPlan point) implements Deed {}

    /// Somebody wanted to leave, and neither button nor handle let them out.
    record KeptIn(@Nullable Person who, AccessPointPlan point) implements Deed {}

    /// A pass opened a door, and its bearer went through.
    record PassOpened(ShownPass pass, AccessPointPlan point) implements Deed {}

    /// A pass was refused, and its bearer went away.
    record PassRefused(ShownPass pass, AccessPointPlan point) implements Deed {}

    /// Two went through a door together that opens for two only.
    record TwoPassed(Person first, Person second, AccessPointPlan point) implements Deed {}

    /// Somebody found a card and guessed its PIN until it was locked out.
    record PinsGuessed(Card card, AccessPointPlan point) implements Deed {}

    /// Somebody was forced to open, entered the duress PIN and went through.
    record PassedUnderDuress(Person who, AccessPointPlan point) implements Deed {}

    /// The copy of a card was shown at one gate while its holder was at another.
    record CopyShown(Person holder, AccessPointPlan point) implements Deed {}

    /// A volunteer has called the lockdown at a reader.
    record LockdownCalled(Person volunteer, AccessPointPlan point) implements Deed {}

    /// Somebody breaks a door open.
    record BrokeIn(DoorId door) implements Deed {}

    /// Somebody kept a door open far longer than one may.
    record HeldOpen(DoorId door) implements Deed {}

    record LampLineCut(LampId lamp) implements Deed {}

    record LampLineMended(LampId lamp) implements Deed {}

    record LampDied(LampId lamp) implements Deed {}

    record LampReplaced(LampId lamp) implements Deed {}
}
