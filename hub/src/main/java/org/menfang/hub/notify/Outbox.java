package org.menfang.hub.notify;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// Keeps what people are to be told until it was sent, way by way.
///
/// A message is durable before {@link #tell} returns and removed, durably, once its way has taken
/// it. If the hub dies between these two, the message is sent a second time after the next start;
/// it is never sent again once its removal is stored. Where storage fails, messages are still sent
/// while this program runs.
///
/// Any thread may call it. What has to be sent is sent by the executor, one message a way at a
/// time, so that a slow way holds up no other.
public final class Outbox implements Teller {
    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

    /// How soon somebody looks again where nothing waits.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /// The parts that an outbox works with.
    ///
    /// @param executor runs the sending
    /// @param chance numbers from 0 to 1
    public record Parts(
            OutboxStore store,
            WayAddresses addresses,
            Delivery delivery,
            Executor executor,
            InstantSource clock,
            DoubleSupplier chance) {}

    private final Parts parts;
    private final Object lock = new Object();
    private final TreeMap<Long, Message> waiting = new TreeMap<>();
    private final Map<WayId, WayPace> paces = new HashMap<>();
    private final Map<WayId, WayTrace> traces = new HashMap<>();
    private final Map<WayId, WayCounts> counts = new HashMap<>();
    private final Set<WayId> busy = new HashSet<>();
    private final Map<Long, CompletableFuture<Sent>> askers = new HashMap<>();
    private final List<LostAlarm> lost = new ArrayList<>();
    private volatile List<Way> ways = List.of();
    private volatile Runnable whenNew = () -> {};
    private long lastNumber;
    private long lastUnstored;

    private Outbox(Parts parts) {
        this.parts = parts;
    }

    /// Takes up what waits.
    public static Outbox open(Parts parts) {
        Outbox outbox = new Outbox(parts);
        for (Message message : parts.store().waiting()) {
            outbox.waiting.put(message.number(), message);
            outbox.lastNumber = message.number();
        }
        outbox.traces.putAll(parts.store().traces());
        return outbox;
    }

    /// From now on these are the ways.
    void use(List<Way> all) {
        ways = List.copyOf(all);
        List<WayId> known = ways.stream().map(Way::id).toList();
        synchronized (lock) {
            Set<WayId> gone = new HashSet<>(traces.keySet());
            waiting.values().forEach(message -> gone.add(message.way()));
            gone.addAll(parts.addresses().all());
            known.forEach(gone::remove);
            gone.forEach(this::forget);
        }
        whenNew.run();
    }

    /// Hears when there may be something to send. It must be quick.
    void whenNew(Runnable listener) {
        whenNew = listener;
    }

    @Override
    public void tell(Notice notice) {
        put(notice, Recipients.of(notice, ways), null);
    }

    /// Sends something by certain ways, whoever it is for.
    void tell(Notice notice, List<Way> by) {
        put(notice, by, null);
    }

    /// Sends something by one way.
    ///
    /// @return what becomes of the first try; it may never come, if the way has to wait
    CompletableFuture<Sent> tell(Notice notice, Way way) {
        CompletableFuture<Sent> answer = new CompletableFuture<>();
        put(notice, List.of(way), answer);
        return answer;
    }

    private void put(Notice notice, List<Way> to, @Nullable CompletableFuture<Sent> asker) {
        synchronized (lock) {
            Set<Long> removed = new HashSet<>();
            List<Message> fresh = new ArrayList<>();
            for (Way way : to) {
                waiting.values().stream()
                        .filter(old -> isReplaced(old, notice, way))
                        .forEach(old -> removed.add(old.number()));
                fresh.add(message(++lastNumber, notice, way));
            }
            removed.forEach(this::drop);
            fresh.forEach(message -> waiting.put(message.number(), message));
            makeRoom(removed);
            List<Message> kept = fresh.stream().filter(this::isWaiting).toList();
            if (!stored(new OutboxStore.Change(kept, removed, Map.of()))) {
                kept = kept.stream().map(this::unstored).toList();
            }
            if (asker != null) {
                kept.forEach(message -> askers.put(message.number(), asker));
            }
        }
        whenNew.run();
    }

    /// One that is being sent just now cannot be called back; it is not tried again then.
    private static boolean isReplaced(Message old, Notice notice, Way way) {
        return old.way().equals(way.id()) && old.topic().equals(notice.topic());
    }

    private Message message(long number, Notice notice, Way way) {
        Instant now = parts.clock().instant();
        String text =
                switch (way.language()) {
                    case ZH -> notice.zh();
                    case EN -> notice.en();
                };
        return new Message(
                number,
                way.id(),
                notice.topic(),
                notice.urgency(),
                text,
                now,
                notice.useUntil(),
                0,
                now);
    }

    /// A message that storage did not take has a number that is never stored.
    private Message unstored(Message message) {
        waiting.remove(message.number());
        Message renumbered = message.numbered(--lastUnstored);
        waiting.put(renumbered.number(), renumbered);
        return renumbered;
    }

    private void makeRoom(Set<Long> removed) {
        for (Message message : Room.givesWay(waiting.values())) {
            removed.add(message.number());
            lose(message, Loss.GAVE_WAY);
        }
    }

    private void lose(Message message, Loss loss) {
        drop(message.number());
        countsOf(message.way()).lost++;
        LOG.log(
                Level.WARNING,
                "{0} about {1} is not told by {2}: {3}",
                message.urgency(),
                message.topic(),
                message.way(),
                loss);
        if (message.urgency() == Notice.Urgency.ALARM && lost.size() < Room.MESSAGES_MAX) {
            lost.add(new LostAlarm(message.way(), message.topic(), loss));
        }
    }

    /// Starts all that can be sent now.
    ///
    /// @return when to look again
    Instant round() {
        Instant now = parts.clock().instant();
        Instant soonest = now.plus(LOOK_AGAIN);
        for (Way way : ways) {
            switch (begin(way, now)) {
                case Pacing.Next.Send(Message message) ->
                        parts.executor().execute(() -> send(way, message));
                case Pacing.Next.Wait(Instant until) ->
                        soonest = until.isBefore(soonest) ? until : soonest;
                case Pacing.Next.Nothing() -> {}
            }
        }
        return soonest;
    }

    private Pacing.Next begin(Way way, Instant now) {
        synchronized (lock) {
            Set<Long> over = new HashSet<>();
            List<Message> here = new ArrayList<>();
            for (Message message : List.copyOf(waiting.values())) {
                if (message.way().equals(way.id()) && !busy.contains(way.id())) {
                    if (message.isOver(now)) {
                        over.add(message.number());
                        lose(message, Loss.TOO_LATE);
                    } else {
                        here.add(message);
                    }
                }
            }
            if (!over.isEmpty()) {
                stored(new OutboxStore.Change(List.of(), over, Map.of()));
            }
            if (way.paused()) {
                return new Pacing.Next.Nothing();
            }
            Pacing.Next next = Pacing.next(now, here, paceOf(way.id()));
            if (next instanceof Pacing.Next.Send) {
                busy.add(way.id());
                paces.put(way.id(), paceOf(way.id()).tried(now));
            }
            return next;
        }
    }

    private void send(Way way, Message message) {
        Sent sent = Sent.failed(Failure.REFUSED, "");
        try {
            sent =
                    parts.addresses()
                            .find(way.id())
                            .map(address -> parts.delivery().send(way, address, message))
                            .orElse(Sent.failed(Failure.NO_ADDRESS, ""));
        } finally {
            finish(way, message, sent);
        }
        whenNew.run();
    }

    private void finish(Way way, Message message, Sent sent) {
        CompletableFuture<Sent> asker;
        synchronized (lock) {
            busy.remove(way.id());
            asker = askers.remove(message.number());
            Instant now = parts.clock().instant();
            if (ways.stream().anyMatch(known -> known.id().equals(way.id()))) {
                switch (sent) {
                    case Sent.Delivered() -> succeed(message, now);
                    case Sent.Failed failed -> fail(message, failed, now);
                }
            }
        }
        if (asker != null) {
            asker.complete(sent);
        }
    }

    private void succeed(Message message, Instant now) {
        WayId way = message.way();
        waiting.remove(message.number());
        countsOf(way).sent++;
        paces.put(way, paceOf(way).succeeded());
        WayTrace trace = trace(way).succeeded(now);
        traces.put(way, trace);
        stored(new OutboxStore.Change(List.of(), Set.of(message.number()), Map.of(way, trace)));
    }

    private void fail(Message message, Sent.Failed failed, Instant now) {
        WayId way = message.way();
        countsOf(way).failed++;
        LOG.log(
                Level.WARNING,
                "{0} did not take a message: {1} {2}",
                way,
                failed.why(),
                failed.detail());
        double chance = parts.chance().getAsDouble();
        WayPace pace = paceOf(way);
        Duration rest = Pacing.pause(pace.failures() + 1, Notice.Urgency.CALL, chance);
        pace = pace.failed(now.plus(rest));
        Duration asked = failed.pause();
        paces.put(way, asked == null ? pace : pace.closed(now.plus(asked)));
        WayTrace trace = trace(way).failed(now, failed.why(), failed.detail());
        traces.put(way, trace);
        List<Message> again = new ArrayList<>();
        if (isWaiting(message)) {
            Duration pause = Pacing.pause(message.tries() + 1, message.urgency(), chance);
            Message later = message.triedInVain(now.plus(pause));
            waiting.put(later.number(), later);
            again.add(later);
        }
        stored(new OutboxStore.Change(again, Set.of(), Map.of(way, trace)));
    }

    private boolean isWaiting(Message message) {
        return waiting.containsKey(message.number());
    }

    private void drop(long number) {
        waiting.remove(number);
        askers.remove(number);
    }

    /// @return whether it is durable
    private boolean stored(OutboxStore.Change change) {
        List<Message> put = change.put().stream().filter(each -> each.number() > 0).toList();
        return switch (parts.store()
                .store(new OutboxStore.Change(put, change.removed(), change.traces()))) {
            case OutboxStore.Stored.Done() -> true;
            case OutboxStore.Stored.Failed(String why) -> {
                LOG.log(Level.ERROR, "messages that wait cannot be stored: {0}", why);
                yield false;
            }
        };
    }

    /// Forgets a way that is there no longer, and its secrets.
    private void forget(WayId way) {
        waiting.values().removeIf(message -> message.way().equals(way));
        traces.remove(way);
        paces.remove(way);
        counts.remove(way);
        if (parts.store().forget(way) instanceof OutboxStore.Stored.Failed(String why)) {
            // It is tried again whenever ways change, and at the next start.
            LOG.log(Level.ERROR, "the way {0} cannot be forgotten: {1}", way, why);
        }
    }

    /// Hands over the alarms that were lost since this was asked last.
    List<LostAlarm> takeLost() {
        synchronized (lock) {
            List<LostAlarm> all = List.copyOf(lost);
            lost.clear();
            return all;
        }
    }

    /// Takes back what could not be written down.
    void keepLost(List<LostAlarm> back) {
        synchronized (lock) {
            lost.addAll(0, back);
        }
    }

    Instant now() {
        return parts.clock().instant();
    }

    /// How each way does, in the order in which they were set up.
    public List<WayHealth> health() {
        Instant now = parts.clock().instant();
        synchronized (lock) {
            Collection<Message> all = waiting.values();
            return ways.stream()
                    .map(way ->
                            WayHealth.of(
                                    way,
                                    trace(way.id()),
                                    (int)
                                            all.stream()
                                                    .filter(each -> each.way().equals(way.id()))
                                                    .count(),
                                    countsOf(way.id()).figures(),
                                    now))
                    .toList();
        }
    }

    private WayPace paceOf(WayId way) {
        return paces.getOrDefault(way, WayPace.FRESH);
    }

    private WayTrace trace(WayId way) {
        return traces.getOrDefault(way, WayTrace.NOTHING);
    }

    private WayCounts countsOf(WayId way) {
        return counts.computeIfAbsent(way, _ -> new WayCounts());
    }
}
