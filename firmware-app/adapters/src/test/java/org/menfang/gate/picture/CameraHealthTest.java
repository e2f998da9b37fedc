package org.menfang.gate.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Input;
import org.menfang.vocabulary.CameraId;

/// When a camera is lost, and when it is found.
class CameraHealthTest {
    @Test
    void a_camera_that_delivers_is_found_once() {
        check(
                """
                0s  A  CameraFound
                2s  B
                4s  C
                """);
    }

    @Test
    void a_camera_has_time_to_begin() {
        check(
                """
                2s  -
                9s  -
                10s -  CameraLost no picture
                12s -
                14s A  CameraFound
                """);
    }

    @Test
    void one_picture_missed_is_no_loss() {
        check(
                """
                0s  A  CameraFound
                2s  B
                4s  -
                6s  -
                8s  C
                10s -
                17s -
                18s -  CameraLost no picture
                """);
    }

    @Test
    void a_camera_that_always_delivers_the_same_picture_is_lost_until_it_changes() {
        check(
                """
                0s  A  CameraFound
                29s A
                30s A  CameraLost always the same picture
                60s A
                62s B  CameraFound
                91s B
                92s B  CameraLost always the same picture
                """);
    }

    private static void check(String table) {
        CameraHealth health = new CameraHealth(new CameraId("north-cam"), Duration.ZERO);
        table.lines()
                .forEach(row -> {
                    String[] cells = row.split(" +", 3);
                    Duration now = Duration.parse("PT" + cells[0]);
                    char seen = cells[1].charAt(0);
                    var told =
                            seen == '-'
                                    ? health.sawNothing(now, "no picture")
                                    : health.sawPicture(now, seen);
                    String expected = cells.length < 3 ? "" : cells[2];
                    assertEquals(expected, told.map(CameraHealthTest::text).orElse(""), row);
                });
    }

    private static String text(Input input) {
        return input instanceof Input.CameraLost(_, String why)
                ? "CameraLost " + why
                : input.getClass().getSimpleName();
    }
}
