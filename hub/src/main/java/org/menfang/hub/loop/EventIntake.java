package org.menfang.hub.loop;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.alarm.OpenAlarm;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.hub.ingest.ChainGap;
import org.menfang.hub.ingest.Finding;
import org.menfang.hub.ingest.Intake;
import org.menfang.hub.ingest.LogKeys;
import org.menfang.hub.ingest.SignedHead;
import org.menfang.hub.ingest.StreamIngest;
import org.menfang.hub.loop.Counts.Counted;
import org.menfang.hub.store.Quarantined;
import org.menfang.hub.store.TakenPicture;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.PeerEvents;
import org.menfang.wire.Topics;
import org.menfang.wire.json.ReceivedEvent;

/// Takes the events of one stream, and what follows from them.
final class EventIntake {
    private final HubState state;
    private final LogKeys keys;
    private final Counts counts;

    EventIntake(HubState state, LogKeys keys, Counts counts) {
        this.state = state;
        this.keys = keys;
        this.counts = counts;
    }

    void take(
            GateIdentity gate,
            EventStream stream,
            List<ReceivedEvent> batch,
            HubMoment now,
            Draft draft) {
        StreamIngest before = state.stream(gate, stream);
        Intake intake =
                before.take(batch, seq -> draft.hashOf(gate, stream, seq), now.monotonicMillis());
        state.put(gate, intake.next());
        count(batch, intake);
        for (ReceivedEvent received : intake.fresh()) {
            draft.addEvent(gate, received, now.wall());
            follow(gate, received.event(), now, draft);
        }
        for (Finding finding : intake.findings()) {
            report(gate, stream, finding, now, draft);
        }
        if (intake.answer()) {
            draft.answer(gate, stream, intake.next().held());
        }
    }

    private void count(List<ReceivedEvent> batch, Intake intake) {
        counts.add(Counted.EVENTS, intake.fresh().size());
        if (intake.next().gap() != null) {
            counts.add(Counted.GAPS_SEEN, 1);
        } else if (!intake.next().broken()) {
            counts.add(Counted.REPEATED_EVENTS, batch.size() - intake.fresh().size());
        }
    }

    private void follow(GateIdentity gate, Event event, HubMoment now, Draft draft) {
        if (event.position().stream() == EventStream.ALARMS) {
            draft.addAlarms(state.alarms.follow(event, now.wall()));
            showPicture(gate, event, draft);
        }
        if (PeerEvents.COUNTED.contains(event.body().getClass())) {
            state.peers.happened(gate, event.position().seq());
        }
        switch (event.body()) {
            case EventBody.PictureTaken taken -> {
                draft.addPicture(new TakenPicture(gate, taken.picture(), taken.digest()));
                draft.addAlarms(state.alarms.show(gate, taken.picture(), taken.digest()));
            }
            case EventBody.EventsDropped dropped ->
                    state.put(gate, state.stream(gate, dropped.stream()).declaredDropped(dropped));
            case EventBody.HeadSigned head -> check(gate, event, head, now, draft);
            default -> {
                // Nothing else that happened at a gate changes what the hub believes.
            }
        }
    }

    /// An alarm may overtake the event that says its picture was taken, or come after it.
    private void showPicture(GateIdentity gate, Event event, Draft draft) {
        if (event.body() instanceof EventBody.AlarmRaised raised && raised.picture() != null) {
            PictureId picture = raised.picture();
            Optional<Sha256> digest = draft.pictureOf(gate, picture);
            digest.ifPresent(taken -> draft.addAlarms(state.alarms.show(gate, picture, taken)));
        }
    }

    private void check(
            GateIdentity gate, Event event, EventBody.HeadSigned head, HubMoment now, Draft draft) {
        Optional<Sha256> held = draft.hashOf(gate, head.stream(), head.seq());
        switch (SignedHead.check(event, head, held, keys.of(gate))) {
            case GENUINE -> counts.add(Counted.HEADS_GENUINE, 1);
            case NOT_CHECKED -> {}
            case DIFFERS -> reportHead(gate, head, "names another hash", now, draft);
            case FORGED -> reportHead(gate, head, "is not signed by the gate's key", now, draft);
        }
    }

    private void reportHead(
            GateIdentity gate, EventBody.HeadSigned head, String why, HubMoment now, Draft draft) {
        counts.add(Counted.HEADS_BAD, 1);
        String detail = "head " + head.stream().wireName() + " " + head.seq() + " " + why;
        raise(gate, AlarmKind.CHAIN_BROKEN, detail, now, draft);
        draft.addAlarms(state.alarms.returnOfHub(gate, AlarmKind.CHAIN_BROKEN));
    }

    private void report(
            GateIdentity gate, EventStream stream, Finding finding, HubMoment now, Draft draft) {
        switch (finding) {
            case Finding.Missing(ChainGap gap) -> {
                counts.add(Counted.MISSING_EVENTS, gap.toSeq() - gap.fromSeq() + 1);
                draft.addGap(gate, gap, now.wall());
                if (gap.stream() == EventStream.ALARMS) {
                    state.missAlarms(gate, gap.toSeq());
                }
                raise(gate, AlarmKind.EVENTS_MISSING, gap.stretch(), now, draft);
                draft.addAlarms(state.alarms.returnOfHub(gate, AlarmKind.EVENTS_MISSING));
            }
            case Finding.BreakRecorded(ChainGap gap) -> draft.addGap(gate, gap, now.wall());
            case Finding.Mended() -> mend(gate, draft);
            case Finding.Broken(ReceivedEvent event, String why) ->
                    reportBreak(gate, stream, event, why, now, draft);
        }
    }

    /// A gate whose card was restored, or whose disk lost what it had called durable, finds by
    /// itself that the hub holds what it did not write. Its alarm cannot come where the stream of
    /// alarms is the one that parted: then its state tells it, and the hub raises its own.
    void heardOfParting(GateIdentity gate, boolean parted, HubMoment now, Draft draft) {
        if (parted) {
            draft.addAlarms(
                    state.alarms.raiseOfHub(
                            gate,
                            AlarmKind.CHAIN_BROKEN,
                            "the gate did not write what the hub holds",
                            false,
                            now.wall()));
        } else {
            mend(gate, draft);
        }
    }

    /// The alarm returns when no stream of the gate is broken any more.
    private void mend(GateIdentity gate, Draft draft) {
        for (EventStream stream : EventStream.values()) {
            if (state.stream(gate, stream).broken()) {
                return;
            }
        }
        draft.addAlarms(state.alarms.returnOfHub(gate, AlarmKind.CHAIN_BROKEN));
    }

    private void reportBreak(
            GateIdentity gate,
            EventStream stream,
            ReceivedEvent refused,
            String why,
            HubMoment now,
            Draft draft) {
        counts.add(Counted.REFUSED_EVENTS, 1);
        counts.add(Counted.QUARANTINED, 1);
        draft.quarantine(
                new Quarantined(
                        now.wall(),
                        new Topics(gate.compound(), gate.gate()).stream(stream),
                        why,
                        refused.text().getBytes(StandardCharsets.UTF_8)));
        String detail = stream.wireName() + " " + refused.event().position().seq();
        boolean seen =
                state.alarms
                        .findOfHub(gate, AlarmKind.CHAIN_BROKEN)
                        .map(OpenAlarm::state)
                        .filter(known -> known == AlarmState.ACKNOWLEDGED)
                        .isPresent();
        raise(gate, AlarmKind.CHAIN_BROKEN, detail, now, draft);
        if (seen) {
            // Somebody answered before the hub was started anew; the answer still counts.
            state.put(gate, state.stream(gate, stream).breakAcknowledged());
        }
    }

    private void raise(
            GateIdentity gate, AlarmKind kind, String detail, HubMoment now, Draft draft) {
        draft.addAlarms(state.alarms.raiseOfHub(gate, kind, detail, true, now.wall()));
    }
}
