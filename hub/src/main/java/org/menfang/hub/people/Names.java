package org.menfang.hub.people;

import java.util.Collection;

/// Where names are kept. Any thread may call it.
public interface Names {
    People all();

    /// Adds people, and replaces those with the same compound and number.
    ///
    /// @return false if they could not be kept
    boolean keep(Collection<Person> people);

    /// Takes away those with the same compound and number, so that nothing of them stays in the
    /// file.
    ///
    /// @return false if they are still there
    boolean forget(Collection<Person> people);
}
