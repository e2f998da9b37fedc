package org.menfang.hub.loop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.menfang.hub.board.AssistedEntry;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.board.GateRecords;
import org.menfang.hub.board.NewsStand;
import org.menfang.hub.ingest.LogKeys;
import org.menfang.hub.loop.Counts.Counted;
import org.menfang.hub.store.HubStore;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.OperatorName;

/// The hub at work: takes inputs from any thread, and works them in groups on the one thread that
/// calls {@link #run()} or {@link #tick(Duration)}.
public final class HubLoop {
    /// Most inputs that are committed together.
    static final int GROUP_INPUTS_MAX = 500;

    /// A group ends with the message that reaches this.
    static final long GROUP_BYTES_MAX = 1L << 20;

    /// How long the loop waits for inputs before it looks at the time.
    static final Duration TICK = Duration.ofMillis(250);

    /// How often the loop asks whether somebody imported people.
    static final Duration PEOPLE_CHECK = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(HubLoop.class.getName());

    private final HubStore store;
    private final HubClock clock;
    private final HubInbox inbox = new HubInbox();
    private final Counts counts = new Counts();
    private final NewsStand news = new NewsStand();
    private final Publication publication;
    private final GroupWork work;
    private final HubDesk desk;
    private final GateRecords records;
    private List<HubInput> waiting = List.of();
    private long timedAtMillis = Long.MIN_VALUE / 2;
    private long peopleAskedAtMillis = Long.MIN_VALUE / 2;
    private long peopleVersion = -1;
    private volatile boolean stopping;

    /// @param silentAfter how long a gate may give no sign
    /// @param commandIds makes ids that were never used before
    public HubLoop(
            HubStore store,
            HubClock clock,
            GateWire wire,
            LogKeys keys,
            Duration silentAfter,
            Supplier<CommandId> commandIds) {
        this.store = store;
        this.clock = clock;
        EventLog log = new EventLog(store);
        publication = new Publication(log, news);
        HubController controller = new HubController(silentAfter, keys, commandIds, counts);
        work = new GroupWork(store, clock, wire, controller, publication, counts);
        desk = new HubDesk(this, log, publication, news);
        records =
                (gate, stream, fromSeq, count) ->
                        log.from(
                                gate,
                                stream,
                                fromSeq,
                                count,
                                publication.people(),
                                publication.board());
    }

    /// Where pages meet the hub.
    public Desk desk() {
        return desk;
    }

    /// Where pages look for what happened.
    public EventFinder finder() {
        return desk;
    }

    /// What gates wrote.
    public GateRecords records() {
        return records;
    }

    /// Where volunteers let people in by their word.
    public AssistedEntry assistedEntry() {
        return desk;
    }

    /// A gate sent something. Where there is no room it is dropped and counted: gates send again
    /// what is not acknowledged.
    public void offer(HubInput.MessageArrived message) {
        if (!inbox.offer(message)) {
            counts.add(Counted.MESSAGES_DROPPED, 1);
            message.receipt().run();
        }
    }

    public void linkUp() {
        offerOrSay(new HubInput.LinkUp());
    }

    public void linkLost(String why) {
        offerOrSay(new HubInput.LinkLost(why));
    }

    private void offerOrSay(HubInput input) {
        if (!inbox.offer(input)) {
            counts.add(Counted.MESSAGES_DROPPED, 1);
            LOG.log(System.Logger.Level.ERROR, "the inbox is full; dropped {0}", input);
        }
    }

    void ask(HubInput.Act act, OperatorName by, CompletableFuture<ActOutcome> answer) {
        if (!inbox.offer(new HubInput.ActRequested(act, by, answer))) {
            answer.complete(new ActOutcome.NoAnswer());
        }
    }

    /// Works until it is stopped.
    public void run() {
        try {
            while (!stopping) {
                tick(TICK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends {@link #run()} after the group that is being worked.
    public void stop() {
        stopping = true;
        inbox.wake();
    }

    /// Works what has come, after a wait where nothing has.
    public void tick(Duration wait) throws InterruptedException {
        if (!waiting.isEmpty()) {
            // The store fails: it is left alone for a while.
            inbox.pause(wait);
            waiting = work.work(waiting);
            return;
        }
        List<HubInput> group = inbox.drain(wait, GROUP_INPUTS_MAX, GROUP_BYTES_MAX);
        addTimed(group);
        if (!group.isEmpty()) {
            waiting = work.work(group);
        }
    }

    private void addTimed(List<HubInput> group) {
        long now = clock.now().monotonicMillis();
        if (now - timedAtMillis >= TICK.toMillis()) {
            timedAtMillis = now;
            group.add(new HubInput.TimeIsDue());
        }
        if (now - peopleAskedAtMillis >= PEOPLE_CHECK.toMillis()) {
            peopleAskedAtMillis = now;
            addPeople(group);
        }
    }

    private void addPeople(List<HubInput> group) {
        try {
            if (store.peopleVersion() != peopleVersion) {
                HubInput.PeopleImported imported = new HubInput.PeopleImported(store.people());
                peopleVersion = imported.people().version();
                group.add(imported);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the names of people could not be read", e);
        }
    }

    /// Whether the hub does its work: it hears gates and stores what they say.
    public boolean isReady() {
        return publication.isLinkUp() && work.storageWorks();
    }

    /// What the hub has done, and how it stands.
    public HubFigures figures() {
        Board board = publication.board();
        return new HubFigures(
                counts.sum(Counted.EVENTS),
                counts.sum(Counted.REPEATED_EVENTS),
                counts.sum(Counted.MISSING_EVENTS),
                counts.sum(Counted.GAPS_SEEN),
                counts.sum(Counted.REFUSED_EVENTS),
                counts.sum(Counted.HEADS_GENUINE),
                counts.sum(Counted.HEADS_BAD),
                counts.sum(Counted.QUARANTINED),
                counts.sum(Counted.MESSAGES),
                counts.sum(Counted.MESSAGES_DROPPED),
                counts.sum(Counted.COMMITS),
                counts.sum(Counted.COMMITS_FAILED),
                counts.sum(Counted.COMMIT_NANOS),
                counts.sum(Counted.INPUTS_FAILED),
                counts.sum(Counted.COMMANDS_SENT),
                counts.sum(Counted.COMMANDS_UNANSWERED),
                inbox.size(),
                board.gates().size(),
                board.gates().stream().filter(GateCard::online).count(),
                board.alarms().size(),
                publication.isLinkUp(),
                work.storageWorks());
    }
}
