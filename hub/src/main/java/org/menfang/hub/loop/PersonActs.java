package org.menfang.hub.loop;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.menfang.hub.alarm.AlarmChange;
import org.menfang.hub.alarm.OpenAlarm;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.hub.fleet.Presence;
import org.menfang.hub.fleet.UptimeEstimate;
import org.menfang.hub.loop.Counts.Counted;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.Command;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState;

/// Passes on what people ask for.
final class PersonActs {
    private final HubState state;
    private final Supplier<CommandId> ids;
    private final Counts counts;

    PersonActs(HubState state, Supplier<CommandId> ids, Counts counts) {
        this.state = state;
        this.ids = ids;
        this.counts = counts;
    }

    void take(HubInput.ActRequested asked, HubMoment now, Draft draft) {
        Optional<ActOutcome> outcome =
                switch (asked.act()) {
                    case HubInput.Act.OnDoor(GateIdentity gate, DoorId door, var act) ->
                            onDoor(
                                    gate,
                                    door,
                                    new Command.Order.ActOnDoor(door, act),
                                    asked,
                                    now,
                                    draft);
                    case HubInput.Act.HoldOpen(GateIdentity gate, DoorId door, int minutes) ->
                            onDoor(
                                    gate,
                                    door,
                                    new Command.Order.HoldOpen(door, minutes),
                                    asked,
                                    now,
                                    draft);
                    case HubInput.Act.SetLevel(GateIdentity gate, var level, var minutes) ->
                            order(
                                    gate,
                                    new Command.Order.SetLevel(level, minutes),
                                    asked,
                                    now,
                                    draft);
                    case HubInput.Act.AssistEntry(GateIdentity gate, var point, var holder) ->
                            order(
                                    gate,
                                    new Command.Order.AssistEntry(point, holder),
                                    asked,
                                    now,
                                    draft);
                    case HubInput.Act.AcknowledgeAlarm(AlarmRef alarm) ->
                            onAlarm(alarm, AlarmState.Act.ACKNOWLEDGE, asked, now, draft);
                    case HubInput.Act.ResetAlarm(AlarmRef alarm) ->
                            onAlarm(alarm, AlarmState.Act.RESET, asked, now, draft);
                };
        outcome.ifPresent(done -> draft.effect(new HubEffect.Settle(asked.answer(), done)));
    }

    void closeExpired(HubMoment now, Draft draft) {
        List<CompletableFuture<ActOutcome>> expired = state.commands.closeExpired(now);
        counts.add(Counted.COMMANDS_UNANSWERED, expired.size());
        expired.forEach(
                answer -> draft.effect(new HubEffect.Settle(answer, new ActOutcome.NoAnswer())));
    }

    private Optional<ActOutcome> onDoor(
            GateIdentity gate,
            DoorId door,
            Command.Order order,
            HubInput.ActRequested asked,
            HubMoment now,
            Draft draft) {
        return hasNot(gate, door)
                ? Optional.of(new ActOutcome.NoSuchThing())
                : order(gate, order, asked, now, draft);
    }

    /// Whether the gate is known not to have this door. One that never said its doors may have it.
    private boolean hasNot(GateIdentity gate, DoorId door) {
        Optional<Presence> presence = state.fleet.find(gate);
        if (presence.isEmpty()) {
            return true;
        }
        GateState said = presence.get().said().state();
        return said != null && said.doors().stream().noneMatch(view -> view.id().equals(door));
    }

    private Optional<ActOutcome> onAlarm(
            AlarmRef ref,
            AlarmState.Act act,
            HubInput.ActRequested asked,
            HubMoment now,
            Draft draft) {
        Optional<OpenAlarm> alarm = state.alarms.find(ref);
        if (alarm.isEmpty()) {
            return Optional.of(new ActOutcome.NoSuchThing());
        }
        if (ref.byHub()) {
            return Optional.of(onHubAlarm(alarm.get(), act, asked.by(), draft));
        }
        Command.Order order =
                act == AlarmState.Act.RESET
                        ? new Command.Order.ResetAlarm(ref.alarm())
                        : new Command.Order.AcknowledgeAlarm(ref.alarm());
        return order(alarm.get().gate(), order, asked, now, draft);
    }

    private ActOutcome onHubAlarm(
            OpenAlarm alarm, AlarmState.Act act, OperatorName by, Draft draft) {
        Optional<List<AlarmChange>> changes = state.alarms.actOnHub(alarm, act, by);
        if (changes.isEmpty()) {
            return new ActOutcome.Answered(CommandOutcome.REFUSED_BY_STATE);
        }
        draft.addAlarms(changes.get());
        if (alarm.kind() == AlarmKind.CHAIN_BROKEN && act == AlarmState.Act.ACKNOWLEDGE) {
            for (EventStream stream : EventStream.values()) {
                state.put(alarm.gate(), state.stream(alarm.gate(), stream).breakAcknowledged());
            }
        }
        return new ActOutcome.Answered(CommandOutcome.DONE);
    }

    /// Sends an order to a gate; empty where its answer is awaited.
    private Optional<ActOutcome> order(
            GateIdentity gate,
            Command.Order order,
            HubInput.ActRequested asked,
            HubMoment now,
            Draft draft) {
        Optional<Presence> presence = state.fleet.find(gate);
        UptimeEstimate uptime = presence.map(known -> known.said().uptime()).orElse(null);
        boolean away = presence.isEmpty() || !presence.get().online();
        if (away || uptime == null || !state.fleet.isListening()) {
            return Optional.of(new ActOutcome.GateAway());
        }
        if (state.commands.isFull()) {
            return Optional.of(new ActOutcome.NoAnswer());
        }
        CommandId id = ids.get();
        long expiresAt = uptime.uptimeMillis(now) + OpenCommands.EXPIRY.toMillis();
        state.commands.await(gate, id, asked.answer(), now);
        counts.add(Counted.COMMANDS_SENT, 1);
        draft.effect(
                new HubEffect.Send(
                        new Command(
                                id,
                                gate.compound(),
                                gate.gate(),
                                uptime.boot(),
                                expiresAt,
                                asked.by(),
                                order)));
        return Optional.empty();
    }
}
