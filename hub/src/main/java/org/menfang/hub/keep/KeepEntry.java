package org.menfang.hub.keep;

import java.time.Instant;
import java.util.List;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;

/// What was forgotten, and what was copied to a safe place.
public sealed interface KeepEntry extends EntryBody {
    /// The proof of a purge. Whoever has a copy of the events can check that nothing else was
    /// purged: it starts and ends with these hashes, and all of them make the digest.
    ///
    /// @param count how many events there were; fewer than the numbers say where some were missing
    /// @param first hash of the event `fromSeq`
    /// @param last hash of the event `toSeq`, which the event after it carries
    /// @param digest SHA-256 of all their hashes, one after the other
    /// @param heardBefore nothing that the hub heard at this time or later was purged
    record Purged(
            CompoundId compound,
            GateId gate,
            EventStream stream,
            long fromSeq,
            long toSeq,
            long count,
            Sha256 first,
            Sha256 last,
            Sha256 digest,
            Instant heardBefore)
            implements KeepEntry {}

    /// The proof that files were deleted, each named by its digest.
    ///
    /// @param keptBefore all of them were brought before this time
    record FilesPurged(FileKind kind, List<Sha256> files, Instant keptBefore) implements KeepEntry {
        public FilesPurged {
            files = List.copyOf(files);
        }
    }

    /// @param file its name
    /// @param sha256 of its manifest, which has those of all that is in it
    record BackedUp(String file, long bytes, Sha256 sha256) implements KeepEntry {}

    record BackupFailed(String why) implements KeepEntry {}
}
