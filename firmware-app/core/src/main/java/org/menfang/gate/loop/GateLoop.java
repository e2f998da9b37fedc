package org.menfang.gate.loop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.menfang.gate.BrokenStep;
import org.menfang.gate.Effect;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.Limits;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.port.Ports;

/// Takes inputs, has the controller decide, and performs what it asks for. It owns no thread, so
/// that the same loop runs in the program, in simulations and in tests.
///
/// ```java
/// while (running) {
///     loop.tick();
///     inbox.awaitInput(loop.idleTime());
/// }
/// ```
public final class GateLoop {
    private static final Duration IDLE_MAX = Duration.ofSeconds(1);

    private final GateController controller;
    private final BoundedInbox inbox;
    private final Ports ports;
    private MonotonicTime pausedUntil = MonotonicTime.START;

    public GateLoop(GateController controller, BoundedInbox inbox, Ports ports) {
        this.controller = controller;
        this.inbox = inbox;
        this.ports = ports;
    }

    /// Takes what is there now: all that is urgent, then what is due, then some reads of cards. One
    /// call does a bounded amount of work.
    public void tick() {
        takeOthers();
        takeTime();
        for (int count = 0; count < Limits.READER_INPUTS_A_TURN_MAX; count++) {
            Input read = inbox.pollReader();
            if (read == null) {
                return;
            }
            step(read);
        }
    }

    /// How long until there is something to do, if no input comes; at most a second.
    public Duration idleTime() {
        if (!inbox.isEmpty()) {
            return Duration.ZERO;
        }
        MonotonicTime now = ports.time().now().monotonic();
        Duration left = now.until(nextDue());
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(IDLE_MAX) > 0 ? IDLE_MAX : left;
    }

    /// When to tick next, if no input comes; empty for never. A wall clock that is set is seen by a
    /// tick and not by this.
    public Optional<MonotonicTime> dueAt() {
        MonotonicTime due = nextDue();
        return due.equals(MonotonicTime.NEVER) ? Optional.empty() : Optional.of(due);
    }

    private MonotonicTime nextDue() {
        MonotonicTime due = controller.wakeAt();
        return due.isBefore(pausedUntil) ? pausedUntil : due;
    }

    private void takeOthers() {
        for (int count = 0; count < Limits.INBOX_INPUTS_A_TURN_MAX; count++) {
            Input input = inbox.pollOther();
            if (input == null) {
                return;
            }
            step(input);
        }
    }

    /// A deadline that breaks the controller stays due. It is left alone for a while, so that it
    /// cannot keep the loop from everything else.
    private void takeTime() {
        Moment now = ports.time().now();
        if (!now.monotonic().isBefore(pausedUntil) && controller.look(now)) {
            boolean done = step(new Input.TimeIsDue());
            pausedUntil = done ? MonotonicTime.START : now.monotonic().plus(Limits.FAULT_PAUSE);
        }
    }

    /// Whether the step went well.
    private boolean step(Input input) {
        try {
            perform(controller.step(ports.time().now(), input));
            return true;
        } catch (BrokenStep broken) {
            perform(broken.effects());
            ports.faults().stepBroke(input, broken);
            return false;
        }
    }

    private void perform(List<Effect> effects) {
        for (Effect effect : effects) {
            try {
                perform(effect);
            } catch (RuntimeException fault) {
                ports.faults().effectBroke(effect, fault);
            }
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Energise(var output, boolean energised) ->
                    ports.outputs().energise(output, energised);
            case Effect.Append(var event) -> ports.journal().append(event);
            case Effect.Remember(var memory) -> ports.journal().remember(memory);
            case Effect.Keep(var entry) -> ports.journal().keep(entry);
            case Effect.Forget(var key) -> ports.journal().forget(key);
            case Effect.CheckAcknowledgement(var acknowledgement) ->
                    ports.journal().checkAcknowledgement(acknowledgement);
            case Effect.SignHead(var stream, long seq) -> ports.journal().signHead(stream, seq);
            case Effect.ShowAtReader(var reader, var feedback) ->
                    ports.readers().show(reader, feedback);
            case Effect.Publish(var stream, long fromSeq, long toSeq) ->
                    ports.hubLink().publish(stream, fromSeq, toSeq);
            case Effect.PublishState(var state) -> ports.hubLink().publishState(state);
            case Effect.AnnounceLife(var life) -> ports.hubLink().announceLife(life);
            case Effect.ReportResult(var result) -> ports.hubLink().reportResult(result);
            case Effect.TakePicture(var picture, var camera) ->
                    ports.cameras().take(picture, camera);
        }
    }
}
