package org.menfang.gate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.access.Admission;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.door.Doors;
import org.menfang.gate.ledger.Movements;
import org.menfang.gate.level.Levels;
import org.menfang.rules.LevelRules;
import org.menfang.site.Site;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.Command;
import org.menfang.wire.Command.Order;
import org.menfang.wire.CommandResult;
import org.menfang.wire.EventBody;

/// Takes commands from the hub: carries out what is fresh, ours and new, and answers every one.
final class CommandDesk {
    private final Site site;
    private final long boot;
    private final Doors doors;
    private final Levels levels;
    private final Alarms alarms;
    private final Admission admission;
    private final Movements movements;

    /// Every command of this boot that is not yet expired, with the uptime at which it does. An
    /// expired one needs no memory: it is refused for its age.
    private final LinkedHashMap<CommandId, Long> alive = new LinkedHashMap<>();

    CommandDesk(
            Site site,
            long boot,
            Doors doors,
            Levels levels,
            Alarms alarms,
            Admission admission,
            Movements movements) {
        this.site = site;
        this.boot = boot;
        this.doors = doors;
        this.levels = levels;
        this.alarms = alarms;
        this.admission = admission;
        this.movements = movements;
    }

    void received(Turn turn, Command command) {
        CommandOutcome outcome =
                refusal(command, turn.time().millis()).orElseGet(() -> carryOut(turn, command));
        answer(turn, command.id(), outcome, command.by());
    }

    void garbled(Turn turn, @Nullable CommandId id) {
        answer(turn, id, CommandOutcome.REFUSED_MALFORMED, null);
    }

    /// How many commands it remembers.
    int remembered() {
        return alive.size();
    }

    private Optional<CommandOutcome> refusal(Command command, long uptimeMillis) {
        if (!command.compound().equals(site.compound())
                || !command.gate().equals(site.gate())
                || command.boot() != boot) {
            return Optional.of(CommandOutcome.REFUSED_FOREIGN);
        }
        if (command.expiresAtUptimeMillis() <= uptimeMillis) {
            return Optional.of(CommandOutcome.REFUSED_EXPIRED);
        }
        alive.values().removeIf(expiry -> expiry <= uptimeMillis);
        if (alive.containsKey(command.id())) {
            return Optional.of(CommandOutcome.REFUSED_REPEATED);
        }
        if (alive.size() >= Limits.COMMAND_IDS_MAX) {
            return Optional.of(CommandOutcome.REFUSED_BY_STATE);
        }
        alive.put(command.id(), command.expiresAtUptimeMillis());
        return Optional.empty();
    }

    private CommandOutcome carryOut(Turn turn, Command command) {
        return switch (command.order()) {
            case Order.ActOnDoor(DoorId door, DoorAct act) -> act(turn, command, door, act);
            case Order.HoldOpen(DoorId door, int minutes) ->
                    holdOpen(turn, door, minutes, command.by());
            case Order.SetLevel(var level, var minutes) ->
                    levels.set(turn, level, minutes, command.by());
            case Order.AssistEntry(var accessPoint, var holder) ->
                    admission.assist(turn, accessPoint, holder, command.by());
            case Order.ForgivePlace(HolderId holder) ->
                    movements.forgive(turn, holder, command.by());
            case Order.AcknowledgeAlarm(AlarmId alarm) ->
                    alarms.acknowledge(turn, alarm, command.by());
            case Order.ResetAlarm(AlarmId alarm) -> alarms.reset(turn, alarm, command.by());
        };
    }

    private CommandOutcome act(Turn turn, Command command, DoorId door, DoorAct act) {
        if (!doors.has(door)) {
            return CommandOutcome.REFUSED_UNKNOWN_TARGET;
        }
        return act == DoorAct.ACCESS
                ? admission.release(turn, door, command.by(), command.id())
                : doors.act(turn, door, act, command.by(), rules().lockDownMax());
    }

    private CommandOutcome holdOpen(Turn turn, DoorId door, int minutes, OperatorName by) {
        if (!doors.has(door)) {
            return CommandOutcome.REFUSED_UNKNOWN_TARGET;
        }
        return minutes < 1 || minutes > rules().holdOpenMinutesMax()
                ? CommandOutcome.REFUSED_BY_STATE
                : doors.holdOpen(turn, door, Duration.ofMinutes(minutes), by);
    }

    private LevelRules rules() {
        return admission.table().levels();
    }

    private static void answer(
            Turn turn, @Nullable CommandId id, CommandOutcome outcome, @Nullable OperatorName by) {
        if (id != null) {
            turn.write(new EventBody.CommandAnswered(id, outcome, by));
        }
        turn.ask(new Effect.ReportResult(new CommandResult(id, outcome)));
    }
}
