package org.menfang.gate.local;

import java.io.IOException;

/// The file of a gate's database, while another program copies it.
public interface HeldFile {
    /// Brings all that is durable into the file and keeps it as it is from now on, while the gate
    /// goes on.
    ///
    /// @return what to release it by
    /// @throws IOException with the words for a person if that is not possible now
    long hold() throws IOException;

    /// Lets it change again.
    ///
    /// @return whether the file was the same all the time, so that a copy of it is good
    boolean release(long number) throws IOException;
}
