package org.menfang.sim.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.wiegand.FrameCounts;
import org.menfang.gate.wiegand.WiegandReaders;
import org.menfang.sim.time.Timeline;
import org.menfang.site.CardFormat;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.ReaderId;

/// Two readers strike their wires at once, as the sample site wires them.
@Timeout(120)
class WiegandOverChipTest {
    private static final Duration INTERVAL = Duration.ofMillis(2);
    private static final Duration WIDTH = Duration.ofNanos(50_000);
    private static final ReaderId OUTER = new ReaderId("lane-outer");
    private static final ReaderId INNER = new ReaderId("lane-inner");

    private final Timeline timeline = Timeline.virtual();
    private final SimulatedChip chip = new SimulatedChip(timeline);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void two_readers_at_once_are_both_heard() throws InterruptedException {
        Site site =
                ((SiteCheck.Good) SiteFiles.check(Path.of("../edge-config/sites/two-readers.yaml")))
                        .site();
        List.of(23, 24, 20, 21).forEach(line -> chip.line(line).set(true));
        try (WiegandReaders readers =
                WiegandReaders.connect(site, site.readers(), chip, listener())) {
            String outer = new Card(3, 0x1A2B).bits(CardFormat.WIEGAND_26).bits();
            String inner = new Card(7, 0x0042).bits(site.readers().getLast().format()).bits();
            strike(outer, 23, 24, Duration.ZERO);
            strike(inner, 20, 21, Duration.ofMillis(1));
            timeline.runFor(Duration.ofSeconds(1));
            List<String> both = List.of(next(), next());
            assertTrue(both.contains("lane-outer " + outer), both.toString());
            assertTrue(both.contains("lane-inner " + inner), both.toString());
            assertEquals(new FrameCounts(1, 0, 0, 0, 0), readers.counts(OUTER));
            assertEquals(new FrameCounts(1, 0, 0, 0, 0), readers.counts(INNER));
            assertFalse(heard.iterator().hasNext());
        }
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    private void strike(String bits, int zeros, int ones, Duration begin) {
        for (int i = 0; i < bits.length(); i++) {
            SimulatedLine line = chip.line(bits.charAt(i) == '1' ? ones : zeros);
            Duration at = begin.plus(INTERVAL.multipliedBy(i));
            timeline.after(at, () -> line.set(false));
            timeline.after(at.plus(WIDTH), () -> line.set(true));
        }
    }

    private ReaderListener listener() {
        return new ReaderListener() {
            @Override
            public void onCard(ReaderId reader, CardBits bits) {
                heard.add(reader + " " + bits.bits());
            }

            @Override
            public void onKey(ReaderId reader, Key key) {
                heard.add(reader + " " + key);
            }

            @Override
            public void onText(ReaderId reader, String text) {
                heard.add(reader + " " + text);
            }
        };
    }
}
