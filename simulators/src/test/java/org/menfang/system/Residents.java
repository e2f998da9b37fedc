package org.menfang.system;

import org.menfang.sim.people.Habit;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;

/// The people of the compound in these tests.
final class Residents {
    /// What they are drawn from.
    static final long SEED = 7;

    private Residents() {}

    /// One of those who work and live here.
    static Person worker(int number) {
        return Population.of(SEED).stream()
                .filter(person -> person.habit() == Habit.WORKER)
                .skip(number)
                .findFirst()
                .orElseThrow();
    }
}
