package org.menfang.hub.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.vocabulary.CompoundId;

class TourTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private static final Checkpoint TAG =
            new Checkpoint("p1", "车棚", How.NFC, null, null, 1, List.of());
    private static final Checkpoint SCREEN =
            new Checkpoint("p2", "门房", How.QR, null, null, 1, List.of());

    private static Tour tour(DueTime... times) {
        return new Tour(
                "tour-1",
                new CompoundId("xinghua"),
                "夜巡",
                true,
                List.of(TAG, SCREEN),
                List.of(times));
    }

    private static DueTime at(String time, DayOfWeek... days) {
        return new DueTime(LocalTime.parse(time), 60, List.of(days));
    }

    private static String due(Tour tour, String after, String upTo, String zone) {
        return tour.due(Instant.parse(after), Instant.parse(upTo), ZoneId.of(zone)).stream()
                .map(due -> due.round() + " " + due.from())
                .collect(Collectors.joining(", "));
    }

    @Test
    void a_round_is_due_on_its_days_once_and_has_the_same_number_whoever_asks() {
        Tour tour =
                tour(
                        at("22:00", DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                        at("02:30", DayOfWeek.MONDAY));
        assertEquals(
                "tour-1.20261123.0230 2026-11-22T18:30:00Z,"
                        + " tour-1.20261123.2200 2026-11-23T14:00:00Z,"
                        + " tour-1.20261124.2200 2026-11-24T14:00:00Z",
                due(tour, "2026-11-22T16:00:00Z", "2026-11-29T16:00:00Z", "Asia/Shanghai"));
        assertEquals(
                "tour-1.20261123.2200 2026-11-23T14:00:00Z",
                due(tour, "2026-11-22T18:30:00Z", "2026-11-23T14:00:00Z", "Asia/Shanghai"));
        assertEquals(
                "", due(tour, "2026-11-23T14:00:00Z", "2026-11-23T13:00:00Z", "Asia/Shanghai"));
    }

    @Test
    void a_night_without_half_past_two_has_its_round_all_the_same() {
        assertEquals(
                "tour-1.20260329.0330 2026-03-29T01:30:00Z",
                due(
                        tour(at("02:30", DayOfWeek.SUNDAY)),
                        "2026-03-28T12:00:00Z",
                        "2026-03-29T12:00:00Z",
                        "Europe/Berlin"));
        assertEquals(
                "tour-1.20261025.0230 2026-10-25T00:30:00Z",
                due(
                        tour(at("02:30", DayOfWeek.SUNDAY)),
                        "2026-10-24T12:00:00Z",
                        "2026-10-25T12:00:00Z",
                        "Europe/Berlin"));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "60, true", "-60, true", "130, false", "-130, false"})
    void a_code_of_the_minute_is_right_for_its_minute_and_its_neighbours(
            long secondsLater, boolean right, @TempDir Path folder) throws Exception {
        PointCodes codes = PointCodes.open(folder);
        Tour tour = tour();
        String shown = codes.code(tour, SCREEN, NOON);
        assertEquals(right, codes.isRight(tour, SCREEN, shown, NOON.plusSeconds(secondsLater)));
        assertFalse(codes.isRight(tour, TAG, shown, NOON));
    }

    @Test
    void a_fixed_code_is_right_until_it_is_replaced(@TempDir Path folder) throws Exception {
        Tour tour = tour();
        String shown = PointCodes.open(folder).code(tour, TAG, NOON);
        PointCodes again = PointCodes.open(folder);
        assertTrue(again.isRight(tour, TAG, shown, NOON.plusSeconds(1_000_000)));
        assertFalse(again.isRight(tour, TAG.withNewCodes(), shown, NOON));
        assertNotEquals(shown, PointCodes.open(folder.resolve("other")).code(tour, TAG, NOON));
    }
}
