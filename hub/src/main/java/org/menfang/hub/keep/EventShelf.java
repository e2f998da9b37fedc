package org.menfang.hub.keep;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// What a purge has to know of the events that are stored, and how it takes them away. Each call is
/// one short transaction.
public interface EventShelf {
    /// One stream of one gate.
    record Stream(GateIdentity gate, EventStream stream) {}

    record Stored(long seq, Sha256 hash) {}

    /// Every stream that has an event.
    List<Stream> streams();

    /// Events of a stream in their order, from the first one after a number on, up to the first one
    /// that was heard at a time or later. The last event of a stream is never among them: the next
    /// one follows it.
    List<Stored> heardBefore(Stream stream, long afterSeq, Instant time, int count);

    /// Takes events up to a number away.
    ///
    /// @return how many; fewer than `count` when none is left
    int remove(Stream stream, long toSeq, int count);

    /// Takes away what is known of pictures that no event, alarm or incident shows any more.
    ///
    /// @param toSeq pictures of events up to this number
    /// @param kept pictures that must stay
    /// @return how many
    int dropPictures(GateIdentity gate, long toSeq, Set<Sha256> kept, int count);

    /// Files of dropped pictures that nothing refers to.
    List<Sha256> droppedFiles(int count);

    /// The file of a dropped picture is deleted.
    void fileDeleted(Sha256 digest);
}
