package org.menfang.hub.people;

/// How volunteers help somebody at the gate who asked for it: elders and children without a phone
/// above all.
public enum Assistance {
    /// Hold the door: a wheelchair, a stick, a pram.
    HOLD_DOOR,
    /// Go along to the house door.
    WALK_ALONG,
    /// Speak slowly and loudly.
    HARD_OF_HEARING,
    /// Forgets the card at times: let in by the volunteer's word.
    FORGETS_CARD,
    /// A child alone: call the family.
    CALL_FAMILY
}
