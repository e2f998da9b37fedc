package org.menfang.people;

import java.util.List;

/// What came of reading a people file.
public sealed interface PeopleCheck {
    record Good(List<Person> people) implements PeopleCheck {
        public Good {
            people = List.copyOf(people);
        }
    }

    /// @param faults in the order of the file; at least one, at most {@link PeopleFiles#FAULTS_MAX}
    ///   and a last one that says so
    record Bad(List<PeopleFault> faults) implements PeopleCheck {
        public Bad {
            faults = List.copyOf(faults);
        }
    }
}
