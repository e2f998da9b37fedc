package org.menfang.sim.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.sim.time.Timeline;

/// A lock that is energised by beats alone.
final class PulseDetectorTest {
    private final Timeline timeline = Timeline.virtual();
    private final List<Boolean> relay = new ArrayList<>();
    private final PulseDetector detector = new PulseDetector(timeline, relay::add);

    @Test
    void beats_energise_and_their_end_lets_go() {
        for (int beat = 0; beat < 100; beat++) {
            detector.onLevel(beat % 2 == 0);
            timeline.runFor(Duration.ofMillis(25));
        }
        assertEquals(List.of(true), relay);
        timeline.runFor(PulseDetector.LETS_GO_AFTER);
        assertEquals(List.of(true, false), relay);
    }

    @Test
    void a_line_that_is_stuck_or_blinks_slowly_energises_nothing() {
        detector.onLevel(true);
        for (int beat = 0; beat < 10; beat++) {
            detector.onLevel(beat % 2 == 0);
            timeline.runFor(Duration.ofMillis(200));
        }
        assertEquals(List.of(), relay);
    }
}
