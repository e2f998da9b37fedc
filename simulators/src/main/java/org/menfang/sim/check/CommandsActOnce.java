package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.menfang.json.Parsed;
import org.menfang.sim.fault.Forgeries;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.wire.Command;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.json.CommandJson;

/// A command of a person is carried out once, and not long after it was given.
final class CommandsActOnce implements Check {
    /// A command lives 15 s; it is written down when the disk has it.
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(1);

    private final Excuses excuses;
    private final Map<CommandId, Instant> given = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    CommandsActOnce(Excuses excuses) {
        this.excuses = excuses;
    }

    @Override
    public String promise() {
        return "a command acts once, and in time";
    }

    @Override
    public void onMessage(Instant now, String topic, byte[] payload, Report report) {
        if (topic.endsWith("/command")
                && CommandJson.read(payload) instanceof Parsed.Read<Command>(var command)) {
            given.putIfAbsent(command.id(), now);
        }
    }

    @Override
    public void onDurable(Instant now, Event event, String text, Report report) {
        if (!(event.body() instanceof EventBody.CommandAnswered answered)
                || answered.outcome() != CommandOutcome.DONE) {
            return;
        }
        String name = event.gate() + " " + answered.command();
        if (!done.add(name + " " + event.position().stream())) {
            report.violated(now, "carried out twice: " + name);
        }
        if (Forgeries.NOBODY.equals(answered.by())) {
            report.violated(now, "carried out and given by nobody: " + name);
        }
        Instant when = given.get(answered.command());
        boolean late = when == null || now.isAfter(when.plus(WRITTEN_WITHIN));
        if (late && !excuses.mayNotWrite(event.gate())) {
            report.violated(now, "carried out and not asked for just before: " + name);
        }
    }
}
