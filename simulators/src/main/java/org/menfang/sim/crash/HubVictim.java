package org.menfang.sim.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.store.HubStore.CommitOutcome;
import org.menfang.hub.store.SqliteHubStore;
import org.menfang.sim.time.Chance;

/// A program around the real store of a hub: it commits groups of events as fast as the store takes
/// them, while pages are read, and says what is durable, until its power is cut.
public final class HubVictim {
    private static final int GROUPS_A_PERSON = 5;
    private static final int LOG_EVENTS = 50;
    private static final Duration READ_EVERY = Duration.ofMillis(3);

    private final Voice voice = new Voice();

    private HubVictim() {}

    /// @param arguments the data folder, the seed, and how many groups it commits at most
    public static void main(String[] arguments) {
        new HubVictim()
                .run(
                        Path.of(arguments[0]),
                        Chance.of(Long.parseLong(arguments[1]), "hub victim"),
                        Long.parseLong(arguments[2]));
    }

    private void run(Path folder, Chance chance, long groupsMax) {
        switch (Database.open(folder.resolve(HubInspection.FILE_NAME))) {
            case Database.Opening.Opened(Database database) -> {
                Weakening.weakenIfAsked(database, "writer");
                HubStore store = new SqliteHubStore(database);
                Thread.ofPlatform().name("pages").daemon(true).start(() -> readOn(store));
                write(store, new HubDeeds(store.load(), chance), groupsMax);
            }
            case Database.Opening.NewerSchema newer -> voice.say("unusable: " + newer);
            case Database.Opening.Failed(String why) -> voice.say("unusable: " + why);
        }
    }

    private void write(HubStore store, HubDeeds deeds, long groupsMax) {
        long last = deeds.group() + groupsMax;
        while (deeds.group() < last) {
            commit(store.commit(deeds.next()), "number", deeds.number());
            voice.acknowledge("group", deeds.group());
            if (deeds.group() % GROUPS_A_PERSON == 0) {
                long version = store.peopleVersion() + 1;
                commit(store.importPeople(List.of(HubDeeds.person(version))), "people", version);
            }
        }
    }

    private void commit(CommitOutcome outcome, String name, long number) {
        switch (outcome) {
            case CommitOutcome.Committed() -> voice.acknowledge(name, number);
            case CommitOutcome.Failed(String why) -> voice.say("not committed: " + why);
        }
    }

    private void readOn(HubStore store) {
        while (!Thread.currentThread().isInterrupted()) {
            int read = store.log(Long.MAX_VALUE, LOG_EVENTS).size();
            if (read > LOG_EVENTS) {
                voice.say("read too much: " + read);
            }
            LockSupport.parkNanos(READ_EVERY.toNanos());
        }
    }
}
