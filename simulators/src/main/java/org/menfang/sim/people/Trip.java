package org.menfang.sim.people;

import java.time.LocalTime;

/// Somewhere to be at a time of the day.
record Trip(LocalTime at, Place to) {
    enum Place {
        HOME,
        OUTSIDE,
        /// The clinic inside the compound, where there is one.
        CLINIC,
        /// The bike shed, where there is one.
        SHED
    }
}
