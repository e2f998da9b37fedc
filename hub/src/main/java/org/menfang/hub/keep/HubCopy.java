package org.menfang.hub.keep;

import java.io.IOException;
import java.nio.file.Path;
import org.menfang.hub.book.Head;

/// What a backup has to know of the hub's database.
public interface HubCopy {
    /// Writes all that is committed at one moment into a file that is not there yet.
    void make(Path from, Path to) throws IOException;

    /// Looks through a whole copy, checks the chain of the log in it, and tells where the log ends.
    ///
    /// @throws IOException with the words for a person if anything is damaged
    Head check(Path file) throws IOException;
}
