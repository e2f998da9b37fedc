package org.menfang.fuzz;

import static org.menfang.fuzz.FuzzTarget.hold;

import java.time.Duration;
import java.time.Instant;
import org.menfang.gate.Effect;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.port.memory.InMemoryJournal;
import org.menfang.gate.port.memory.SettableTime;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.rules.RuleSet;
import org.menfang.site.Site;
import org.menfang.vocabulary.ReaderId;
import org.menfang.wire.Command;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// The controller of the example compound, which has just started, with every kind of rule.
final class GateUnderFuzz {
    private static final Site SITE = Examples.site();
    private static final RuleSet RULES = Examples.rules();
    private static final AccessTable TABLE = AccessTable.of(SITE, RULES);
    private static final SuncalcSunTimes SUN = new SuncalcSunTimes();
    private static final Duration LATER = Duration.ofSeconds(40);

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-22T02:00:00Z"));
    private final GateController controller;
    private final long boot;
    private int granted;

    GateUnderFuzz() {
        BoundedInbox inbox = new BoundedInbox();
        var start = new InMemoryJournal(inbox, text -> "signed").start(inbox);
        boot = start.boot();
        controller = new GateController(SITE, SUN, TABLE, start, "fuzz");
        take(new Input.LinkUp());
        take(new Input.HubSeen(true));
    }

    /// The reader that most rules hang on.
    ReaderId reader() {
        return SITE.readers().getFirst().id();
    }

    /// The same command, made for this gate and still alive.
    Command forThis(Command command) {
        return new Command(
                command.id(),
                SITE.compound(),
                SITE.gate(),
                boot,
                time.now().monotonic().millis() + 15_000,
                command.by(),
                command.order());
    }

    /// A step that breaks an invariant throws.
    void take(Input input) {
        time.pass(Duration.ofMillis(100));
        step(time.now(), input);
    }

    /// What was taken is followed to its end.
    void check() {
        time.pass(LATER);
        take(new Input.TimeIsDue());
        hold(
                controller.wakeAt().isBefore(MonotonicTime.NEVER),
                "a gate that waits for nothing any more");
    }

    /// How many were let in.
    int granted() {
        return granted;
    }

    private void step(Moment now, Input input) {
        for (Effect effect : controller.step(now, input)) {
            if (effect instanceof Effect.Append(Event event)
                    && event.body() instanceof EventBody.AccessGranted) {
                granted++;
            }
        }
    }
}
