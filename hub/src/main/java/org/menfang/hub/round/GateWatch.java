package org.menfang.hub.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.office.Timed;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// Looks through what happened at the gates for taps and buttons that show where a walker is.
///
/// The news only queues what may matter: it is written down on the office's own thread. After a
/// restart, and where the queue was too short, the log is read; what is known is not written twice.
public final class GateWatch implements Timed {
    private static final Duration LOOK_BACK_MAX = Duration.ofHours(26);

    /// How many events are read at most to catch up.
    static final int LOOK_BACK_EVENTS_MAX = 20_000;

    static final int QUEUE_EVENTS_MAX = 500;

    /// A reader or a button that a round leads to.
    record Place(GateId gate, AccessPointId accessPoint) {}

    private final Desk desk;
    private final RoundBook rounds;
    private final BlockingQueue<LoggedEvent> queue = new ArrayBlockingQueue<>(QUEUE_EVENTS_MAX);
    private final AtomicBoolean behind = new AtomicBoolean(true);
    private volatile Set<Place> places;
    private long read;

    public GateWatch(Desk desk, RoundBook rounds) {
        this.desk = desk;
        this.rounds = rounds;
        this.places = rounds.places();
        // For as long as the hub runs.
        desk.subscribe(this::listen);
    }

    private void listen(Desk.News told) {
        switch (told) {
            case Desk.News.EventLogged(LoggedEvent event) -> {
                if (matters(event) && !queue.offer(event)) {
                    behind.set(true);
                }
            }
            case Desk.News.BoardChanged _ -> {}
        }
    }

    private boolean matters(LoggedEvent logged) {
        AccessPointId at =
                switch (logged.event().body()) {
                    case EventBody.AccessGranted granted -> granted.accessPoint();
                    case EventBody.AccessDenied denied -> denied.accessPoint();
                    case EventBody.ExitRequested exit -> exit.accessPoint();
                    default -> null;
                };
        return at != null && places.contains(new Place(logged.event().gate(), at));
    }

    @Override
    public void tick(Instant now) {
        places = rounds.places();
        if (behind.getAndSet(false)) {
            queue.clear();
            unread(now).forEach(this::hear);
        }
        for (LoggedEvent event = queue.poll(); event != null; event = queue.poll()) {
            hear(event);
        }
    }

    /// The oldest first.
    private Deque<LoggedEvent> unread(Instant now) {
        Instant oldest = now.minus(LOOK_BACK_MAX);
        Deque<LoggedEvent> unread = new ArrayDeque<>();
        long before = Long.MAX_VALUE;
        boolean more = true;
        while (more && unread.size() < LOOK_BACK_EVENTS_MAX) {
            List<LoggedEvent> page = desk.events(before, Desk.EVENTS_MAX);
            for (LoggedEvent event : page) {
                if (event.number() > read && event.heardAt().isAfter(oldest)) {
                    unread.addFirst(event);
                } else {
                    more = false;
                }
            }
            more &= page.size() == Desk.EVENTS_MAX;
            before = page.isEmpty() ? before : page.getLast().number();
        }
        return unread;
    }

    private void hear(LoggedEvent logged) {
        read = Math.max(read, logged.number());
        if (!matters(logged)) {
            return;
        }
        switch (logged.event().body()) {
            case EventBody.AccessGranted granted ->
                    tapped(logged, granted.holder(), granted.accessPoint());
            case EventBody.AccessDenied denied ->
                    tapped(logged, denied.holder(), denied.accessPoint());
            case EventBody.ExitRequested(AccessPointId accessPoint, var _) ->
                    rounds.hear(atGate(logged, Optional.empty(), How.BUTTON, accessPoint));
            default -> {
                // Nothing else shows where somebody stands.
            }
        }
    }

    /// Whether the door opened does not matter: the card was there.
    private void tapped(LoggedEvent logged, @Nullable HolderId holder, AccessPointId at) {
        if (holder != null) {
            rounds.walkers(logged.event().compound(), holder)
                    .forEach(walker ->
                            rounds.hear(atGate(logged, Optional.of(walker), How.READER, at)));
        }
    }

    private static RoundBook.AtGate atGate(
            LoggedEvent logged, Optional<OperatorName> walker, How how, AccessPointId at) {
        Event event = logged.event();
        return new RoundBook.AtGate(
                logged.number(),
                event.trust() == TimeTrust.TRUSTED ? event.time() : logged.heardAt(),
                event.compound(),
                walker,
                how,
                event.gate(),
                at);
    }
}
