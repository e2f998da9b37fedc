package org.menfang.sim.compound;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.hub.board.Desk;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.hub.gatelink.GateLink;
import org.menfang.hub.ingest.LogKeys;
import org.menfang.hub.loop.HubLoop;
import org.menfang.hub.store.InMemoryHubStore;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.LinkStarter;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.SimulationClock;
import org.menfang.sim.time.Timeline;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.wire.GateIdentity;

/// The hub: what it keeps, and while it runs, its program.
public final class HubHouse {
    private static final String VERSION = "virtual";
    private static final Duration SILENT_AFTER = Duration.ofMinutes(5);

    /// The real loop looks at the time four times a second; nothing it does then is that urgent.
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    private static final int BACKUPS_MAX = 8;

    private final Timeline timeline;
    private final SimulationClock world;
    private final VirtualBroker broker;
    private final Chance chance;
    private final CompoundId compound;
    private final Seams seams;
    private final NetworkPath path = new NetworkPath();
    private final Deque<InMemoryHubStore> backups = new ArrayDeque<>();
    private final HubFuse fuse = new HubFuse();
    private InMemoryHubStore store = new InMemoryHubStore();
    private @Nullable Program program;
    private long commands;

    /// The hub's program between a start and a crash.
    private final class Program {
        private final MonotonicTime startedAt = timeline.now();
        private final GateLink link = new GateLink(VERSION, List.of(compound));
        private final HubLoop loop =
                new HubLoop(
                        fuse.before(seams.store(store)),
                        this::now,
                        seams.wire(link),
                        LogKeys.NONE,
                        SILENT_AFTER,
                        HubHouse.this::nextCommand);
        private MonotonicTime lookAt = timeline.now();
        private @Nullable VirtualLink toBroker;
        private boolean heard = true;

        void begin(SSLContext tls) {
            LinkStarter links = broker.over(path, chance);
            link.start(
                    (options, listener) -> {
                        VirtualLink started =
                                (VirtualLink) links.start(options, noticing(listener));
                        toBroker = started;
                        return started;
                    },
                    LinkOptions.of("broker", 1, tls, "hub"),
                    loop);
        }

        private HubMoment now() {
            return new HubMoment(world.world(), startedAt.until(timeline.now()).toMillis());
        }

        /// Remembers that there is something to do.
        private LinkListener noticing(LinkListener listener) {
            return new LinkListener() {
                @Override
                public void linkUp() {
                    heard = true;
                    listener.linkUp();
                }

                @Override
                public void linkLost(String why) {
                    heard = true;
                    listener.linkLost(why);
                }

                @Override
                public void attemptFailed(String why) {
                    listener.attemptFailed(why);
                }

                @Override
                public void messageArrived(IncomingMessage message) {
                    heard = true;
                    listener.messageArrived(message);
                }

                @Override
                public void messagePoisoned(IncomingMessage message, RuntimeException why) {
                    listener.messagePoisoned(message, why);
                }
            };
        }

        void turn() {
            if (!heard && timeline.now().isBefore(lookAt)) {
                return;
            }
            heard = false;
            lookAt = timeline.now().plus(LOOKS_EVERY);
            try {
                loop.tick(Duration.ZERO);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a simulation", e);
            }
        }

        void vanish() {
            VirtualLink now = toBroker;
            if (now != null) {
                now.vanish();
            }
        }
    }

    HubHouse(
            Timeline timeline,
            SimulationClock world,
            VirtualBroker broker,
            CompoundId compound,
            Seams seams,
            Chance chance) {
        this.timeline = timeline;
        this.world = world;
        this.broker = broker;
        this.compound = compound;
        this.seams = seams;
        this.chance = chance;
    }

    private CommandId nextCommand() {
        return new CommandId(String.format(Locale.ROOT, "command-%08d", ++commands));
    }

    public boolean isRunning() {
        return program != null;
    }

    /// The way to the broker.
    public NetworkPath path() {
        return path;
    }

    /// What is durable.
    public InMemoryHubStore store() {
        return store;
    }

    /// Starts the program.
    public void start() {
        Program next = new Program();
        next.begin(Tls.UNUSED);
        program = next;
    }

    /// Ends it at the commit that follows so many, before or after what is committed is durable,
    /// and before anybody hears of it.
    public void crashAfter(int commits) {
        fuse.blowsAfter(commits, chance.percent(50));
    }

    /// Whether nothing becomes durable from now on.
    public void storeFails(boolean now) {
        fuse.fails(now);
    }

    /// Ends it in the middle of whatever it does.
    public void crash() {
        fuse.mend();
        Program running = program;
        program = null;
        if (running != null) {
            running.vanish();
        }
    }

    /// Puts a copy of all that is durable aside.
    public void backUp() {
        backups.addLast(store.copy());
        if (backups.size() > BACKUPS_MAX) {
            backups.removeFirst();
        }
    }

    /// Takes the oldest copy instead of what is durable, while the program does not run.
    ///
    /// @return whether there was one
    public boolean restoreOldest() {
        InMemoryHubStore oldest = backups.peekFirst();
        if (oldest == null || isRunning()) {
            return false;
        }
        store = oldest.copy();
        return true;
    }

    /// Where people meet the hub; none while it does not run.
    public Optional<Desk> desk() {
        Program running = program;
        if (running != null) {
            running.heard = true;
        }
        return Optional.ofNullable(running).map(each -> each.loop.desk());
    }

    /// Sends a signed rule set to a gate.
    ///
    /// @return false if it could not be taken now
    public boolean publishRules(GateIdentity gate, byte[] envelope) {
        Program running = program;
        return running != null && running.link.publishRules(gate, envelope);
    }

    void turn() {
        Program running = program;
        if (running == null) {
            return;
        }
        try {
            running.turn();
        } catch (PowerCut cut) {
            crash();
        }
    }

    /// When the program looks at the time next.
    Optional<MonotonicTime> dueAt() {
        return Optional.ofNullable(program).map(running -> running.lookAt);
    }
}
