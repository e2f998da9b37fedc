package org.menfang.sim.people;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.menfang.sim.device.Crowd;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedReader;
import org.menfang.sim.time.Timeline;
import org.menfang.site.AccessPointPlan;

/// What somebody can do at a door, each act from walking up to it to telling what became of it.
final class Acts {
    private static final Crowd.Look VISITOR = new Crowd.Look(Crowd.Build.ADULT, 5);
    private static final Crowd.Look THIEF = new Crowd.Look(Crowd.Build.HOODED, 2);
    private static final Duration CROSSING = Duration.ofMillis(1_300);
    private static final Duration SHOWN_AGAIN = Duration.ofMillis(1_800);
    private static final int SHOWN_TO_CALL = 3;

    /// Whoever is denied tries once more, so that this is one wrong PIN more than five.
    private static final int GUESSING_PASSAGES = 3;

    private final SimulatedCompound compound;
    private final Timeline timeline;
    private final Doorways doorways;
    private final Consumer<Deed> deeds;

    Acts(SimulatedCompound compound, Doorways doorways, Consumer<Deed> deeds) {
        this.compound = compound;
        this.doorways = doorways;
        this.deeds = deeds;
        timeline = compound.timeline();
    }

    /// Somebody comes with the card.
    void come(Person person, AccessPointPlan point) {
        pass(
                person.look(),
                point,
                person.proof(),
                outcome -> deeds.accept(told(person, point, outcome)));
    }

    /// Somebody goes out by the button of a door.
    void leave(Person person, AccessPointPlan cameBy) {
        compound.site().accessPoints().stream()
                .filter(point -> point.isRex() && point.door().equals(cameBy.door()))
                .findFirst()
                .ifPresent(point -> come(person, point));
    }

    private static Deed told(Person person, AccessPointPlan point, Passage.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> new Deed.Passed(person, person.card(), point);
            case DENIED -> new Deed.TurnedAway(person, person.card(), point);
            case KEPT_OUT -> new Deed.KeptOut(person, person.card(), point);
            case KEPT_IN -> new Deed.KeptIn(person, point);
        };
    }

    private void pass(
            Crowd.Look look,
            AccessPointPlan point,
            Proof proof,
            Consumer<Passage.Outcome> whenDone) {
        doorways.at(point.door())
                .enter(look, new Passage(compound, point, proof, CROSSING, whenDone));
    }

    /// A visitor shows a pass.
    ///
    /// @param text what the window sees at that moment
    void show(ShownPass shown, AccessPointPlan point, Supplier<String> text) {
        pass(
                VISITOR,
                point,
                new Proof.OfCode(text),
                outcome ->
                        deeds.accept(
                                outcome == Passage.Outcome.PASSED
                                        ? new Deed.PassOpened(shown, point)
                                        : new Deed.PassRefused(shown, point)));
    }

    /// Somebody has found a card and guesses its PIN.
    void guessPins(Person owner, AccessPointPlan point) {
        guess(owner, point, GUESSING_PASSAGES);
    }

    private void guess(Person owner, AccessPointPlan point, int passages) {
        Proof proof = Proof.of(owner.card(), owner.wrongPin());
        pass(
                THIEF,
                point,
                proof,
                outcome -> {
                    if (outcome == Passage.Outcome.PASSED) {
                        deeds.accept(new Deed.Passed(null, owner.card(), point));
                    } else if (passages > 1) {
                        guess(owner, point, passages - 1);
                    } else {
                        deeds.accept(new Deed.PinsGuessed(owner.card(), point));
                    }
                });
    }

    /// Somebody is forced to open.
    void comeUnderDuress(Person person, AccessPointPlan point) {
        pass(
                person.look(),
                point,
                Proof.of(person.card(), person.duressPin()),
                outcome ->
                        deeds.accept(
                                outcome == Passage.Outcome.PASSED
                                        ? new Deed.PassedUnderDuress(person, point)
                                        : told(person, point, outcome)));
    }

    /// Somebody shows the copy of a card at one gate just when its holder is at another.
    void copyCard(Person holder, AccessPointPlan copyAt, AccessPointPlan holderAt) {
        come(holder, holderAt);
        pass(
                THIEF,
                copyAt,
                Proof.of(holder.card(), holder.wrongPin()),
                outcome -> {
                    if (outcome == Passage.Outcome.PASSED) {
                        deeds.accept(new Deed.Passed(null, holder.card(), copyAt));
                        deeds.accept(new Deed.CopyShown(holder, copyAt));
                    } else {
                        deeds.accept(new Deed.TurnedAway(null, holder.card(), copyAt));
                    }
                });
    }

    /// Two come to a door that opens for two only.
    void comeTogether(Person first, Person second, AccessPointPlan point) {
        reader(point)
                .map(reader -> pair(first, second, point, reader))
                .ifPresent(visit -> doorways.at(point.door()).enter(first.look(), visit));
    }

    private PairPassage pair(
            Person first, Person second, AccessPointPlan point, SimulatedReader reader) {
        return new PairPassage(
                compound,
                point,
                reader,
                first.proof(),
                second.proof(),
                outcome ->
                        deeds.accept(
                                outcome == Passage.Outcome.PASSED
                                        ? new Deed.TwoPassed(first, second, point)
                                        : told(second, point, outcome)),
                () -> deeds.accept(told(first, point, Passage.Outcome.DENIED)));
    }

    private Optional<SimulatedReader> reader(AccessPointPlan point) {
        return Optional.ofNullable(point.reader()).map(compound::reader);
    }

    /// A volunteer shows a card three times: the compound is locked down for a while.
    void callLockdown(Person volunteer, AccessPointPlan point) {
        doorways.at(point.door())
                .enter(
                        volunteer.look(),
                        (figure, done) -> {
                            figure.now(Crowd.Act.TRIES);
                            showAgain(volunteer, point, SHOWN_TO_CALL, done);
                        });
    }

    private void showAgain(Person volunteer, AccessPointPlan point, int times, Runnable done) {
        reader(point).ifPresent(reader -> volunteer.proof().show(reader));
        timeline.after(
                SHOWN_AGAIN,
                () -> {
                    if (times > 1) {
                        showAgain(volunteer, point, times - 1, done);
                    } else {
                        deeds.accept(new Deed.LockdownCalled(volunteer, point));
                        done.run();
                    }
                });
    }
}
