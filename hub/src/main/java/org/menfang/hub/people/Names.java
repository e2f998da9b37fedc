package org.menfang.hub.people;

import java.util.Collection;

/// Where names are kept. Any thread may call it.
public interface Names {
    People all();

    /// Adds people, and replaces those with the same compound and number.
    ///
    /// @return false if they could not be kept
    boolean keep(Collection<Person> people);
}
