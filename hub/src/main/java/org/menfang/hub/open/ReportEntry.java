package org.menfang.hub.open;

import java.time.YearMonth;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

/// What left the hub on paper.
public sealed interface ReportEntry extends EntryBody {
    /// @param sha256 of the file, so that a paper can be matched with what was made
    record Made(CompoundId compound, YearMonth month, Sha256 sha256) implements ReportEntry {}
}
