package org.menfang.sim.people;

import java.time.Duration;
import java.util.function.Consumer;
import org.menfang.gate.ReaderFeedback;
import org.menfang.sim.device.Crowd;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedReader;
import org.menfang.sim.time.Timeline;
import org.menfang.site.AccessPointPlan;

/// Two at a door that opens for two only: the first shows a card and waits, the second shows
/// another, and both go through.
final class PairPassage implements Doorway.Visit {
    private static final Duration CROSSING = Duration.ofMillis(2_600);
    private static final Duration SECOND_PERSON_COMES = Duration.ofMillis(1_200);
    private static final Duration FIRST_PERSON_WAITS = Duration.ofSeconds(4);

    private final Timeline timeline;
    private final SimulatedReader reader;
    private final Proof first;
    private final Passage second;
    private final Runnable whenFirstFails;
    private final Consumer<ReaderFeedback> eyes = this::see;
    private boolean isFirstFine;
    private Runnable secondComes = () -> {};

    /// @param whenDone hears what became of the second person's card
    /// @param whenFirstFails runs if the first was not told to wait for the second
    PairPassage(
            SimulatedCompound compound,
            AccessPointPlan point,
            SimulatedReader reader,
            Proof first,
            Proof second,
            Consumer<Passage.Outcome> whenDone,
            Runnable whenFirstFails) {
        timeline = compound.timeline();
        this.reader = reader;
        this.first = first;
        this.second = new Passage(compound, point, second, CROSSING, whenDone);
        this.whenFirstFails = whenFirstFails;
    }

    @Override
    public void begin(Crowd.Figure figure, Runnable done) {
        figure.now(Crowd.Act.TRIES);
        secondComes = () -> second.begin(figure, done);
        reader.watch(eyes);
        first.show(reader);
        timeline.after(FIRST_PERSON_WAITS, () -> giveUp(done));
    }

    private void see(ReaderFeedback shown) {
        if (shown == ReaderFeedback.NEXT_PERSON && !isFirstFine) {
            isFirstFine = true;
            reader.stopWatching(eyes);
            timeline.after(SECOND_PERSON_COMES, secondComes);
        }
    }

    private void giveUp(Runnable done) {
        if (!isFirstFine) {
            reader.stopWatching(eyes);
            done.run();
            whenFirstFails.run();
        }
    }
}
