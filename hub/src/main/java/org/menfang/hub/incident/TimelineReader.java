package org.menfang.hub.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.GateRecords;
import org.menfang.hub.board.GateRecords.Kept;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateIdentity;

/// Makes the time line of an incident from what stands in the logs. Nothing of it is kept: as long
/// as the logs are whole it comes out the same, and what leaves the hub is a copy.
public final class TimelineReader {
    /// Of one time line.
    public static final int ITEMS_MAX = 2_000;

    /// Looked at for one gate.
    static final int SCANNED_EVENTS_MAX = 20_000;

    /// Events beside the span that are looked at as well: the clock of a gate may have been set.
    private static final int BESIDE_EVENTS = Desk.EVENTS_MAX;

    private final GateRecords records;
    private final List<TimelineSource> sources;

    public TimelineReader(GateRecords records, List<TimelineSource> sources) {
        this.records = records;
        this.sources = List.copyOf(sources);
    }

    public Timeline read(Incident incident) {
        IncidentFacts facts = incident.facts();
        List<Timeline.Item> items = new ArrayList<>();
        boolean cut = false;
        for (GateId gate : facts.gates()) {
            cut |= scan(new GateIdentity(incident.compound(), gate), facts, items);
        }
        for (TimelineSource source : sources) {
            source.of(incident.compound(), facts).stream()
                    .limit(ITEMS_MAX)
                    .forEach(act -> items.add(new Timeline.AtHub(act)));
        }
        items.sort(Comparator.comparing(Timeline.Item::at));
        if (items.size() > ITEMS_MAX) {
            items.removeIf(TimelineReader::isDetail);
            cut = true;
        }
        return new Timeline(items.stream().limit(ITEMS_MAX).toList(), cut);
    }

    /// Adds what belongs to the span.
    ///
    /// @return whether there is more than is looked at
    private boolean scan(GateIdentity gate, IncidentFacts facts, List<Timeline.Item> items) {
        long seq = Math.max(1, firstNotBefore(gate, facts.from()) - BESIDE_EVENTS);
        for (int scanned = 0; scanned < SCANNED_EVENTS_MAX; scanned += Desk.EVENTS_MAX) {
            List<Kept> page = records.from(gate, EventStream.EVENTS, seq, Desk.EVENTS_MAX);
            page.stream()
                    .filter(kept -> facts.holds(timeOf(kept)))
                    .filter(kept -> !isForMachines(kept))
                    .forEach(kept -> items.add(new Timeline.AtGate(timeOf(kept), kept)));
            boolean over =
                    page.size() < Desk.EVENTS_MAX
                            || page.stream().allMatch(kept -> timeOf(kept).isAfter(facts.to()));
            if (over) {
                return false;
            }
            seq = seqOf(page.getLast()) + 1;
        }
        return true;
    }

    /// The number of the first event that is not before a time, where the clock of the gate only
    /// ever went forward. One more than the last where there is none.
    private long firstNotBefore(GateIdentity gate, Instant time) {
        long low = 1;
        long high = 2;
        while (isBefore(gate, high, time)) {
            low = high;
            high *= 2;
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (isBefore(gate, middle, time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(GateIdentity gate, long seq, Instant time) {
        List<Kept> one = records.from(gate, EventStream.EVENTS, seq, 1);
        return !one.isEmpty() && timeOf(one.getFirst()).isBefore(time);
    }

    private static long seqOf(Kept kept) {
        return kept.event().event().position().seq();
    }

    /// The time of the gate where it can be believed; else when the hub heard of it.
    private static Instant timeOf(Kept kept) {
        Event event = kept.event().event();
        return event.trust() == TimeTrust.TRUSTED ? event.time() : kept.event().heardAt();
    }

    /// Whether an event belongs to the span of an incident.
    static boolean isWithin(Kept kept, IncidentFacts facts) {
        return facts.holds(timeOf(kept));
    }

    /// What says nothing to people.
    private static boolean isForMachines(Kept kept) {
        EventBody body = kept.event().event().body();
        return body instanceof EventBody.HeadSigned || body instanceof EventBody.PictureTaken;
    }

    /// What is left out first where there is too much.
    private static boolean isDetail(Timeline.Item item) {
        return item instanceof Timeline.AtGate at
                && switch (at.kept().event().event().body()) {
                    case EventBody.AccessTaken _,
                            EventBody.AccessNotTaken _,
                            EventBody.DoorOpened _,
                            EventBody.DoorClosed _,
                            EventBody.LampSwitched _,
                            EventBody.CommandAnswered _,
                            EventBody.PictureMissed _,
                            EventBody.BadReadsCounted _ ->
                            true;
                    default -> false;
                };
    }
}
