package org.menfang.hub.loop;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.menfang.hub.alarm.AlarmBook;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.hub.loop.Counts.Counted;
import org.menfang.hub.store.Quarantined;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;
import org.menfang.wire.json.EventJson;
import org.menfang.wire.json.ReceivedEvent;

/// Takes what gates send.
final class MessageIntake {
    private final HubState state;
    private final EventIntake events;
    private final Counts counts;

    MessageIntake(HubState state, EventIntake events, Counts counts) {
        this.state = state;
        this.events = events;
        this.counts = counts;
    }

    void take(HubInput.MessageArrived message, HubMoment now, Draft draft) {
        counts.add(Counted.MESSAGES, 1);
        Optional<GateTopic> topic = GateTopic.read(message.topic());
        if (topic.isEmpty()) {
            quarantine(message, "no gate writes to this topic", now, draft);
            return;
        }
        if (message.payload().length == 0) {
            // This is how a retained message is taken back.
            return;
        }
        meet(topic.get().gate(), now, draft);
        String fault = take(topic.get(), message, now, draft);
        if (!fault.isEmpty()) {
            quarantine(message, fault, now, draft);
        }
    }

    /// @return why it could not be taken; empty where it was
    private String take(
            GateTopic topic, HubInput.MessageArrived message, HubMoment now, Draft draft) {
        GateIdentity gate = topic.gate();
        byte[] payload = message.payload();
        return switch (topic.leaf()) {
            case "events" -> takeBatch(gate, EventStream.EVENTS, payload, now, draft);
            case "alarms" -> takeBatch(gate, EventStream.ALARMS, payload, now, draft);
            case "state" ->
                    faultOr(
                            Json.parse(payload, GateState.class),
                            said -> takeState(gate, said, message.retained(), now, draft));
            case "life" ->
                    faultOr(
                            Json.parse(payload, GateLife.class),
                            said -> takeLife(gate, said, now, draft));
            case "result" ->
                    faultOr(
                            Json.parse(payload, CommandResult.class),
                            said -> takeResult(gate, said, now, draft));
            default -> "no gate writes to this topic";
        };
    }

    private static <T> String faultOr(Parsed<T> parsed, Consumer<T> taker) {
        return switch (parsed) {
            case Parsed.Read<T>(T value) -> {
                taker.accept(value);
                yield "";
            }
            case Parsed.Malformed<T>(String why) -> why;
        };
    }

    private void meet(GateIdentity gate, HubMoment now, Draft draft) {
        if (!state.knows(gate)) {
            state.admit(gate, now);
            draft.addGate(gate);
            draft.changeBoard();
        }
        if (state.meet(gate.compound())) {
            draft.effect(new HubEffect.Greet(gate.compound()));
        }
    }

    private String takeBatch(
            GateIdentity gate, EventStream stream, byte[] payload, HubMoment now, Draft draft) {
        return switch (EventJson.read(payload)) {
            case Parsed.Malformed<List<ReceivedEvent>>(String why) -> why;
            case Parsed.Read<List<ReceivedEvent>>(List<ReceivedEvent> batch) -> {
                if (!batch.stream().allMatch(event -> belongs(event, gate, stream))) {
                    yield "an event of another gate or stream";
                }
                sign(gate, now, draft);
                events.take(gate, stream, batch, now, draft);
                yield "";
            }
        };
    }

    private static boolean belongs(ReceivedEvent received, GateIdentity gate, EventStream stream) {
        return received.event().compound().equals(gate.compound())
                && received.event().gate().equals(gate.gate())
                && received.event().position().stream() == stream;
    }

    private void takeState(
            GateIdentity gate, GateState said, boolean retained, HubMoment now, Draft draft) {
        state.fleet.stated(gate, said, retained, now);
        draft.changeBoard();
        if (!retained) {
            state.peers.told(gate, said.peers());
            sign(gate, now, draft);
            events.heardOfParting(gate, hasParted(said), now, draft);
        }
        long lastMissing = state.lastMissingAlarm(gate);
        if (lastMissing > 0 && !retained) {
            AlarmBook alarms = state.alarms;
            draft.addAlarms(alarms.reconcile(gate, said, lastMissing, now.wall()));
        }
    }

    /// Whether the gate did not write what the hub holds.
    private static boolean hasParted(GateState said) {
        return said.alarms().stream()
                .filter(alarm -> alarm.kind() == AlarmKind.CHAIN_DIVERGED)
                .map(GateState.AlarmView::state)
                .anyMatch(now -> now == AlarmState.RAISED || now == AlarmState.ACKNOWLEDGED);
    }

    private void takeLife(GateIdentity gate, GateLife said, HubMoment now, Draft draft) {
        state.fleet.lived(gate, said, now);
        draft.changeBoard();
        if (said.online()) {
            sign(gate, now, draft);
            for (EventStream stream : EventStream.values()) {
                draft.answer(gate, stream, state.stream(gate, stream).held());
            }
        }
    }

    private void takeResult(GateIdentity gate, CommandResult result, HubMoment now, Draft draft) {
        sign(gate, now, draft);
        CommandId id = result.id();
        if (id != null) {
            state.commands
                    .close(gate, id)
                    .ifPresent(answer ->
                            draft.effect(
                                    new HubEffect.Settle(
                                            answer, new ActOutcome.Answered(result.outcome()))));
        }
    }

    /// The gate gave a sign of itself.
    private void sign(GateIdentity gate, HubMoment now, Draft draft) {
        draft.changeAge();
        if (state.fleet.heard(gate, now)) {
            draft.changeBoard();
        }
        draft.addAlarms(state.alarms.returnOfHub(gate, AlarmKind.GATE_SILENT));
    }

    private void quarantine(
            HubInput.MessageArrived message, String why, HubMoment now, Draft draft) {
        counts.add(Counted.QUARANTINED, 1);
        draft.quarantine(new Quarantined(now.wall(), message.topic(), why, message.payload()));
    }
}
