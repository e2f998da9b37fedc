package org.menfang.hub.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.menfang.hub.board.Board;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.hub.fleet.Presence;
import org.menfang.hub.ingest.LogKeys;
import org.menfang.hub.peers.PeerRelay;
import org.menfang.hub.people.People;
import org.menfang.hub.store.HubMemory;
import org.menfang.hub.store.StoredEvent;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.json.EventJson;

/// Decides what the hub does about each input. One thread owns it; it reads no clock and touches
/// nothing outside.
final class HubController {
    private final HubState state;
    private final MessageIntake messages;
    private final PersonActs acts;

    HubController(
            Duration silentAfter, LogKeys keys, Supplier<CommandId> commandIds, Counts counts) {
        state = new HubState(silentAfter);
        messages = new MessageIntake(state, new EventIntake(state, keys, counts), counts);
        acts = new PersonActs(state, commandIds, counts);
    }

    /// Believes what the store holds.
    void restore(HubMemory memory, HubMoment now) {
        state.restore(memory, now);
    }

    void step(HubMoment now, HubInput input, Draft draft) {
        switch (input) {
            case HubInput.MessageArrived message -> {
                messages.take(message, now, draft);
                if (message.topic().endsWith("/life")) {
                    raiseSilent(now, draft);
                }
            }
            case HubInput.ActRequested asked -> acts.take(asked, now, draft);
            case HubInput.LinkUp() -> takeLinkUp(now, draft);
            case HubInput.LinkLost(String why) -> {
                state.fleet.endListening();
                draft.changeBoard();
            }
            case HubInput.PeopleImported(People people) -> {
                state.people = people;
                draft.changeBoard();
            }
            case HubInput.TimeIsDue() -> takeTime(now, draft);
        }
    }

    /// Every gate is told what the hub holds, since what was said before may be lost.
    private void takeLinkUp(HubMoment now, Draft draft) {
        state.fleet.beginListening(now);
        draft.changeBoard();
        for (Presence presence : state.fleet.all()) {
            GateIdentity gate = presence.name();
            if (state.meet(gate.compound())) {
                draft.effect(new HubEffect.Greet(gate.compound()));
            }
            for (EventStream stream : EventStream.values()) {
                draft.answer(gate, stream, state.stream(gate, stream).held());
            }
        }
    }

    private void takeTime(HubMoment now, Draft draft) {
        if (state.fleet.fallSilent(now)) {
            draft.changeBoard();
        }
        acts.closeExpired(now, draft);
        tellPeers(now, draft);
        raiseSilent(now, draft);
    }

    private void tellPeers(HubMoment now, Draft draft) {
        List<GateIdentity> online =
                state.fleet.all().stream().filter(Presence::online).map(Presence::name).toList();
        for (PeerRelay.Due due : state.peers.due(online, now.monotonicMillis())) {
            List<String> texts =
                    draft.forPeers(due.from(), due.after(), EventJson.BATCH_EVENTS_MAX).stream()
                            .map(StoredEvent::text)
                            .toList();
            if (texts.isEmpty()) {
                state.peers.nothingAfter(due.from(), due.after());
            } else {
                state.peers.sent(due, now.monotonicMillis());
                draft.effect(
                        new HubEffect.TellPeer(due.to(), due.from().gate(), due.after(), texts));
            }
        }
    }

    /// Silence is looked at as a state and not as a change, so that no alarm is lost where the
    /// commit of the change fails.
    private void raiseSilent(HubMoment now, Draft draft) {
        for (GateIdentity gate : state.fleet.silent()) {
            draft.addAlarms(
                    state.alarms.raiseOfHub(gate, AlarmKind.GATE_SILENT, "", false, now.wall()));
        }
    }

    Board board(long version, Instant madeAt) {
        return BoardView.of(
                version, madeAt, state.alarms.byUrgency(), state.fleet.all(), state.people);
    }

    People people() {
        return state.people;
    }

    boolean isListening() {
        return state.fleet.isListening();
    }
}
