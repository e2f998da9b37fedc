package org.menfang.sim.people;

/// What somebody's days look like.
public enum Habit {
    /// Leaves in the morning, comes home in the evening.
    WORKER,
    /// Goes to school.
    PUPIL,
    /// Walks early, shops in the morning, sees the doctor now and then.
    ELDER,
    /// An elder who walks the rounds at night as well.
    VOLUNTEER,
    /// Works in the clinic, where the compound has one.
    DOCTOR,
    /// Brings parcels all day.
    COURIER,
    /// Rents a room; the card has expired, and nobody told the gate.
    EXPIRED_RENTER,
    /// Comes to the clinic from outside, and has no right to anything else.
    PATIENT
}
