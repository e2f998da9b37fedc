package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.GateCard;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateHouse;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateState;
import org.menfang.wire.PeerEvents;

/// When all faults are over and some minutes have passed, the hub holds what every gate wrote, the
/// board shows what every gate's log says, every gate has the newest rules and knows what counts of
/// the others, and nothing waits.
final class GatesAndHubAgree implements Check {
    /// So long before the end is news that may still be on its way.
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(40);

    private static final int WAITING_EVENTS_MAX = 50;

    private final Compound compound;
    private final Excuses excuses;
    private final AlarmsStay alarms;
    private final Map<GateId, Map<EventStream, Deque<Written>>> young = new TreeMap<>();
    private final Map<GateId, Long> oldNews = new TreeMap<>();
    private final Map<GateId, Deque<Written>> news = new TreeMap<>();

    private record Written(Instant at, long seq) {}

    GatesAndHubAgree(Compound compound, Excuses excuses, AlarmsStay alarms) {
        this.compound = compound;
        this.excuses = excuses;
        this.alarms = alarms;
    }

    @Override
    public String promise() {
        return "when faults are over, gates and hub agree";
    }

    @Override
    public void onDurable(Instant now, Event event, String text, Report report) {
        EventPosition position = event.position();
        Deque<Written> ofStream =
                young.computeIfAbsent(event.gate(), _ -> new EnumMap<>(EventStream.class))
                        .computeIfAbsent(position.stream(), _ -> new ArrayDeque<>());
        ofStream.addLast(new Written(now, position.seq()));
        forget(ofStream, now);
        if (PeerEvents.COUNTED.contains(event.body().getClass())
                && position.stream() == EventStream.EVENTS) {
            Deque<Written> counted = news.computeIfAbsent(event.gate(), _ -> new ArrayDeque<>());
            counted.addLast(new Written(now, position.seq()));
            settle(event.gate(), counted, now);
        }
    }

    private static void forget(Deque<Written> written, Instant now) {
        while (!written.isEmpty() && written.getFirst().at.isBefore(now.minus(ON_ITS_WAY))) {
            written.removeFirst();
        }
    }

    private void settle(GateId gate, Deque<Written> counted, Instant now) {
        while (!counted.isEmpty() && counted.getFirst().at.isBefore(now.minus(ON_ITS_WAY))) {
            oldNews.put(gate, counted.removeFirst().seq);
        }
    }

    @Override
    public void onEnd(Instant now, Report report) {
        if (excuses.isStillBad()) {
            return;
        }
        news.forEach((gate, counted) -> settle(gate, counted, now));
        long newest =
                compound.houses().stream()
                        .mapToLong(gate -> gate.rules().version())
                        .max()
                        .orElse(0);
        for (GateHouse gate : compound.houses()) {
            if (!gate.disk().isQuiet() && !wroteJustNow(gate, now)) {
                report.violated(now, gate.id() + ": its disk still has to write");
            }
            if (gate.rules().version() != newest) {
                report.violated(
                        now, gate.id() + ": rules " + gate.rules().version() + ", not " + newest);
            }
            for (EventStream stream : EventStream.values()) {
                mustHaveArrived(now, gate, stream, report);
            }
        }
        compound.hub()
                .desk()
                .map(Desk::board)
                .ifPresentOrElse(
                        board -> mustShow(now, board, report),
                        () -> report.violated(now, "the hub does not run"));
    }

    private boolean wroteJustNow(GateHouse gate, Instant now) {
        Deque<Written> events =
                young.getOrDefault(gate.id(), Map.of())
                        .getOrDefault(EventStream.EVENTS, new ArrayDeque<>());
        forget(events, now);
        return !events.isEmpty();
    }

    private void mustHaveArrived(Instant now, GateHouse gate, EventStream stream, Report report) {
        Deque<Written> last =
                young.getOrDefault(gate.id(), Map.of()).getOrDefault(stream, new ArrayDeque<>());
        forget(last, now);
        long due = last.isEmpty() ? gate.disk().length(stream) : last.getFirst().seq - 1;
        boolean there =
                due == 0 || compound.hub().store().hashOf(gate.identity(), stream, due).isPresent();
        if (!there && alarms.isWhole(gate.id())) {
            report.violated(
                    now, gate.id() + ": " + stream.wireName() + " " + due + " is not on the hub");
        }
    }

    private void mustShow(Instant now, Board board, Report report) {
        for (GateHouse gate : compound.houses()) {
            GateCard card =
                    board.gates().stream()
                            .filter(each -> each.gate().equals(gate.id()))
                            .findFirst()
                            .orElse(null);
            GateState state = card == null ? null : card.state();
            if (card == null || state == null || !card.online()) {
                report.violated(now, gate.id() + " is not there on the board");
            } else if (alarms.isWhole(gate.id()) && !wroteJustNow(gate, now)) {
                mustBeSame(now, gate.id(), board, state, report);
            }
            if (state != null && state.rulesVersion() != gate.rules().version()) {
                report.violated(now, gate.id() + " obeys rules " + state.rulesVersion());
            }
            boolean mayWait = !alarms.isWhole(gate.id());
            if (state != null && !mayWait && state.waitingEvents() > WAITING_EVENTS_MAX) {
                report.violated(now, gate.id() + ": " + state.waitingEvents() + " events wait");
            }
            if (state != null) {
                mustKnowOthers(now, gate.id(), state, report);
            }
        }
    }

    private void mustBeSame(Instant now, GateId gate, Board board, GateState state, Report report) {
        Set<Long> shown =
                board.alarms().stream()
                        .filter(card -> card.ref().gate().equals(gate) && !card.ref().byHub())
                        .map(card -> card.ref().alarm().value())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<Long> believed =
                state.alarms().stream()
                        .map(view -> view.id().value())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!shown.equals(alarms.open(gate))) {
            report.violated(
                    now, gate + ": the board shows " + shown + ", the log " + alarms.open(gate));
        }
        if (!believed.equals(alarms.open(gate))) {
            report.violated(
                    now, gate + ": the gate says " + believed + ", its log " + alarms.open(gate));
        }
    }

    private void mustKnowOthers(Instant now, GateId gate, GateState state, Report report) {
        oldNews.forEach((other, seq) -> {
            boolean knows =
                    other.equals(gate)
                            || state.peers().stream()
                                    .anyMatch(
                                            peer -> peer.gate().equals(other) && peer.seq() >= seq);
            if (!knows && alarms.isWhole(other)) {
                report.violated(now, gate + " does not know what " + other + " granted: " + seq);
            }
        });
    }
}
