package org.menfang.sim.check;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Command;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.json.CommandJson;

/// An alarm ends by the command of a person and by nothing else: none does so by itself.
final class AlarmsStay implements Check {
    private final Excuses excuses;
    private final Map<GateId, Set<Long>> asked = new TreeMap<>();
    private final Map<GateId, Set<Long>> open = new TreeMap<>();

    AlarmsStay(Excuses excuses) {
        this.excuses = excuses;
    }

    @Override
    public String promise() {
        return "an alarm stays until a person resets it";
    }

    @Override
    public void onMessage(Instant now, String topic, byte[] payload, Report report) {
        if (topic.endsWith("/command")
                && CommandJson.read(payload) instanceof Parsed.Read<Command>(var command)
                && command.order() instanceof Command.Order.ResetAlarm(var alarm)) {
            numbers(asked, command.gate()).add(alarm.value());
        }
    }

    @Override
    public void onEvent(Event event, Report report) {
        if (event.body() instanceof EventBody.AlarmRaised raised) {
            numbers(open, event.gate()).add(raised.alarm().value());
        } else if (event.body() instanceof EventBody.AlarmReset(AlarmId alarm, var by)) {
            numbers(open, event.gate()).remove(alarm.value());
            if (!numbers(asked, event.gate()).contains(alarm.value())) {
                report.violated(
                        event.time(),
                        event.gate() + ": nobody asked for the end of " + alarm + ", not " + by);
            }
        }
    }

    /// The alarms of a gate that its log leaves open.
    Set<Long> open(GateId gate) {
        return numbers(open, gate);
    }

    /// Whether the log of a gate tells the whole story.
    boolean isWhole(GateId gate) {
        return !excuses.mayHaveLostEvents(gate);
    }

    private static Set<Long> numbers(Map<GateId, Set<Long>> of, GateId gate) {
        return of.computeIfAbsent(gate, _ -> new TreeSet<>());
    }
}
