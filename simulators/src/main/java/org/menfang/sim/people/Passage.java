package org.menfang.sim.people;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.ReaderFeedback;
import org.menfang.sim.device.Crowd;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.SimulatedReader;
import org.menfang.sim.time.Timeline;
import org.menfang.site.AccessPointPlan;

/// One try to get through a door: ask the reader or press the button, wait, push, pass, let go.
final class Passage implements Doorway.Visit {
    private static final Duration WALK_UP = Duration.ofMillis(400);
    private static final Duration REACTION = Duration.ofMillis(350);
    private static final Duration PUSH_AGAIN = Duration.ofMillis(300);
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(2);
    private static final Duration PIN_WAIT = Duration.ofSeconds(5);
    private static final Duration SECOND_PERSON_WAIT = Duration.ofMinutes(2);
    private static final Duration SECOND_TRY = Duration.ofMillis(1500);
    private static final int PUSHES_MAX = 8;
    private static final int TRIES_MAX = 3;
    private static final int TRIES_AFTER_DENIAL_MAX = 2;

    private final SimulatedCompound compound;
    private final AccessPointPlan point;
    private final Proof proof;
    private final Duration crossing;
    private final Consumer<Outcome> whenDone;
    private final Timeline timeline;
    private final SimulatedDoor door;
    private final Consumer<ReaderFeedback> eyes = this::see;
    private Crowd.@Nullable Figure figure;
    private Runnable leave = () -> {};
    private Timeline.@Nullable Planned patience;
    private int tries;
    private int denials;

    /// @param crossing how long the way through the door takes
    Passage(
            SimulatedCompound compound,
            AccessPointPlan point,
            Proof proof,
            Duration crossing,
            Consumer<Outcome> whenDone) {
        this.compound = compound;
        this.point = point;
        this.proof = proof;
        this.crossing = crossing;
        this.whenDone = whenDone;
        timeline = compound.timeline();
        door = compound.door(point.door());
    }

    /// What became of it.
    enum Outcome {
        PASSED,
        DENIED,
        /// The reader said yes or nothing, and the door did not open.
        KEPT_OUT,
        /// The button was pressed, and neither lock nor handle let them out.
        KEPT_IN
    }

    @Override
    public void begin(Crowd.Figure seen, Runnable done) {
        figure = seen;
        leave = done;
        seen.now(Crowd.Act.TRIES);
        reader().ifPresent(reader -> reader.watch(eyes));
        timeline.after(WALK_UP, this::tryOnce);
    }

    private Optional<SimulatedReader> reader() {
        return Optional.ofNullable(point.reader()).map(compound::reader);
    }

    private void tryOnce() {
        if (++tries > TRIES_MAX) {
            finish(point.isRex() ? Outcome.KEPT_IN : Outcome.KEPT_OUT);
        } else if (point.isRex()) {
            pressButton();
        } else {
            ask();
        }
    }

    private void pressButton() {
        Optional.ofNullable(compound.exits().get(point.id())).ifPresent(exit -> exit.press());
        timeline.after(REACTION, () -> push(1));
    }

    private void ask() {
        patience = timeline.after(ANSWER_WAIT.plus(proof.takes()), this::tryOnce);
        reader().ifPresent(proof::show);
    }

    private void see(ReaderFeedback shown) {
        if (patience == null) {
            return;
        }
        switch (shown) {
            case GRANTED -> {
                stopWaiting();
                timeline.after(REACTION, () -> push(1));
            }
            case DENIED_UNKNOWN, DENIED_NOT_NOW, DENIED_BLOCKED, DENIED_WAIT -> {
                stopWaiting();
                denied();
            }
            case ENTER_PIN -> {
                stopWaiting();
                enterPin();
            }
            case NEXT_PERSON -> {
                stopWaiting();
                patience = timeline.after(SECOND_PERSON_WAIT, this::tryOnce);
            }
            case READ, KEY_TAKEN, CLOSE_THE_DOOR, IDLE -> {}
        }
    }

    private void enterPin() {
        patience = timeline.after(PIN_WAIT, this::tryOnce);
        reader().filter(reader -> reader.plan().keypad())
                .ifPresent(reader -> timeline.after(REACTION, () -> reader.press(proof.keys())));
    }

    private void denied() {
        if (++denials < TRIES_AFTER_DENIAL_MAX) {
            timeline.after(SECOND_TRY, this::tryOnce);
        } else {
            timeline.after(SECOND_TRY, () -> finish(Outcome.DENIED));
        }
    }

    private void stopWaiting() {
        if (patience != null) {
            patience.cancel();
            patience = null;
        }
    }

    private void push(int count) {
        Optional<SimulatedDoor.Grip> grip = door.push();
        if (grip.isPresent()) {
            cross(grip.get());
        } else if (count < PUSHES_MAX) {
            timeline.after(PUSH_AGAIN, () -> push(count + 1));
        } else {
            lastResort();
        }
    }

    /// Whoever wants to leave turns the handle, where the door has one.
    private void lastResort() {
        Optional<SimulatedDoor.Grip> grip =
                point.isRex() ? door.turnHandle() : Optional.<SimulatedDoor.Grip>empty();
        grip.ifPresentOrElse(this::cross, this::tryOnce);
    }

    private void cross(SimulatedDoor.Grip grip) {
        if (figure != null) {
            figure.now(Crowd.Act.PASSES);
        }
        timeline.after(
                crossing,
                () -> {
                    grip.letGo();
                    finish(Outcome.PASSED);
                });
    }

    private void finish(Outcome outcome) {
        stopWaiting();
        reader().ifPresent(reader -> reader.stopWatching(eyes));
        leave.run();
        whenDone.accept(outcome);
    }
}
