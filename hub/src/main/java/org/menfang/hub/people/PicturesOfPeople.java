package org.menfang.hub.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.board.EventSearch;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.Sha256;

/// The pictures that gates took of somebody who came through or was turned away.
public final class PicturesOfPeople {
    private final EventFinder finder;
    private final Consumer<Sha256> delete;
    private final Supplier<Set<Sha256>> held;

    /// @param delete takes a picture away, if it is there
    /// @param held pictures that must stay, since an open incident shows them
    public PicturesOfPeople(
            EventFinder finder, Consumer<Sha256> delete, Supplier<Set<Sha256>> held) {
        this.finder = finder;
        this.delete = delete;
        this.held = held;
    }

    /// Takes them away. Passages themselves go after their time.
    void forget(CompoundId compound, HolderId holder) {
        Set<Sha256> stay = held.get();
        List<LoggedEvent> found =
                finder.find(
                        new EventSearch.OfHolders(compound, Instant.EPOCH, Set.of(holder)),
                        EventFinder.FOUND_MAX);
        for (LoggedEvent each : found) {
            Sha256 picture = each.picture();
            if (picture != null && !stay.contains(picture)) {
                delete.accept(picture);
            }
        }
    }
}
