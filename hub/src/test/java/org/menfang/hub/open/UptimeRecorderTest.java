package org.menfang.hub.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

class UptimeRecorderTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final InMemoryUptime store = new InMemoryUptime();
    private boolean online = true;
    private final UptimeRecorder recorder =
            new UptimeRecorder(this::board, store, ZoneId.of("Asia/Shanghai"));

    private Board board() {
        return new Board(
                1,
                NOON,
                List.of(),
                List.of(
                        new GateCard(
                                new CompoundId("xinghua"),
                                new GateId("east"),
                                online,
                                null,
                                null,
                                null)));
    }

    private void look(int fromSecond, int toSecond) {
        for (int second = fromSecond; second <= toSecond; second++) {
            recorder.tick(NOON.plusSeconds(second));
        }
    }

    private UptimeStore.Day day() {
        return store.between(DAY, DAY).getFirst();
    }

    @Test
    void time_online_and_time_watched_are_counted() {
        look(0, 100);
        online = false;
        look(101, 200);
        look(201, 240);
        assertEquals(240_000, day().watchedMillis());
        assertEquals(100_000, day().onlineMillis());
    }

    @Test
    void time_in_which_nobody_looked_counts_neither_way() {
        look(0, 60);
        look(3_600, 3_660);
        assertEquals(120_000, day().watchedMillis());
    }

    @Test
    void a_clock_that_is_set_back_counts_nothing_and_keeps_counting_after() {
        look(600, 660);
        look(0, 60);
        assertEquals(120_000, day().watchedMillis());
    }
}
