package org.menfang.hub.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.menfang.hub.board.AssistedEntry;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.device.PictureShelf;
import org.menfang.hub.loop.HubLoop;
import org.menfang.hub.pass.PassDesk;
import org.menfang.hub.people.ImportShelf;
import org.menfang.hub.people.Names;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.hub.round.PointCodes;
import org.menfang.hub.rulebook.TimesBefore;
import org.menfang.hub.rules.RulesOffice;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.store.SqliteHubStore;
import org.menfang.vocabulary.CompoundId;

/// The parts of a running hub that the office works with.
///
/// @param zone in which people read times
/// @param codes what the places of rounds show
/// @param roundPictures what volunteers photographed on rounds
/// @param imports tables of people that wait
/// @param times those of compounds from before curfews
/// @param data the hub's data folder
/// @param pictures what gates and people have pictured
record OfficeNeeds(
        ZoneId zone,
        Desk desk,
        EventFinder finder,
        AssistedEntry assistedEntry,
        Names names,
        RulesOffice rules,
        PassDesk passes,
        PointCodes codes,
        PictureShelf roundPictures,
        ImportShelf imports,
        TimesBefore times,
        DataFolder data,
        CaseNeeds cases,
        Database database,
        PictureShelf pictures,
        HubConfig config) {
    private static final long DISK_FREE_BYTES_MIN = 256L * 1024 * 1024;

    /// @param data of a hub whose keys are made already
    static OfficeNeeds of(
            DataFolder data,
            Database database,
            PictureShelf pictures,
            HubLoop loop,
            InstantSource clock,
            HubConfig config)
            throws IOException {
        PassDesk passes = PassDesk.open(data.passes(), data.trust(), clock);
        RulesOffice rules =
                RulesOffice.open(data.path(), passes::revoked)
                        .orElseThrow(() -> new IOException("the hub has no key for rules"));
        return new OfficeNeeds(
                config.zone(),
                loop.desk(),
                loop.finder(),
                loop.assistedEntry(),
                new StoredNames(new SqliteHubStore(database)),
                rules,
                passes,
                PointCodes.open(data.rounds()),
                PictureShelf.open(data.roundPictures(), DISK_FREE_BYTES_MIN),
                ImportShelf.open(data.imports()),
                TimesBefore.open(data.path().resolve("rules").resolve("times")),
                data,
                CaseNeeds.of(data, loop),
                database,
                pictures,
                config);
    }

    /// The compounds of which a gate has joined or rules were published, in their order.
    List<CompoundId> compounds() {
        Set<CompoundId> all = new TreeSet<>();
        desk.board().gates().forEach(gate -> all.add(gate.compound()));
        try {
            rules.newestOfAll().forEach(set -> all.add(set.compound()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(all);
    }

    /// The names in the hub's database. The loop sees a change within seconds.
    private record StoredNames(HubStore store) implements Names {
        @Override
        public People all() {
            return store.people();
        }

        @Override
        public boolean keep(Collection<Person> people) {
            return store.importPeople(people) instanceof HubStore.CommitOutcome.Committed;
        }

        @Override
        public boolean forget(Collection<Person> people) {
            return store.forgetPeople(people) instanceof HubStore.CommitOutcome.Committed;
        }
    }
}
