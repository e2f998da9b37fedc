package org.menfang.sim.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.port.Readers;
import org.menfang.sim.Sites;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.Wiring;
import org.menfang.sim.time.Timeline;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.ReaderId;

/// Somebody before a reader whose gate asks for the PIN of each card.
final class PassageTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private final Timeline timeline = Timeline.virtual();
    private final SimulatedCompound compound =
            new SimulatedCompound(Sites.clinic(), timeline, 1, Wiring.RELEASES_BY_ITSELF);
    private final List<String> heard = new ArrayList<>();
    private final List<Passage.Outcome> outcomes = new ArrayList<>();

    @Test
    void whoever_is_asked_for_a_pin_enters_it_once() {
        stand("north-in", Population.of(1).getFirst().proof());
        assertEquals(
                List.of("card", "DIGIT", "DIGIT", "DIGIT", "DIGIT", "DIGIT", "DIGIT", "ENTER"),
                heard.subList(0, 8));
    }

    @Test
    void a_stranger_guesses_and_is_turned_away() {
        stand("north-in", Proof.ofStranger(Population.FOREIGN_CARD));
        assertEquals(List.of(Passage.Outcome.DENIED), outcomes);
    }

    @Test
    void where_there_are_no_keys_nobody_can_enter_any() {
        stand("south-in", Population.of(1).getFirst().proof());
        assertEquals(List.of("card", "card", "card"), heard);
        assertEquals(List.of(Passage.Outcome.KEPT_OUT), outcomes);
    }

    private void stand(String accessPoint, Proof proof) {
        AskingGate gate = new AskingGate();
        gate.readers = compound.connectReaders(gate);
        AccessPointPlan point =
                compound.site().accessPoint(new AccessPointId(accessPoint)).orElseThrow();
        new Doorway(compound.door(point.door()), compound.crowd())
                .enter(
                        Population.of(1).getFirst().look(),
                        new Passage(compound, point, proof, Duration.ofSeconds(1), outcomes::add));
        timeline.runFor(LONG_ENOUGH);
    }

    /// Asks for a PIN after every card, and denies every PIN.
    private final class AskingGate implements ReaderListener {
        private Readers readers = (_, _) -> {};

        @Override
        public void onCard(ReaderId reader, CardBits bits) {
            heard.add("card");
            readers.show(reader, ReaderFeedback.ENTER_PIN);
        }

        @Override
        public void onKey(ReaderId reader, Key key) {
            heard.add(key == Key.ENTER ? "ENTER" : "DIGIT");
            readers.show(
                    reader,
                    key == Key.ENTER ? ReaderFeedback.DENIED_UNKNOWN : ReaderFeedback.KEY_TAKEN);
        }

        @Override
        public void onText(ReaderId reader, String text) {
            heard.add(text);
        }
    }
}
