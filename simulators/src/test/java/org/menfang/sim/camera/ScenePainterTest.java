package org.menfang.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.sim.device.Crowd;

final class ScenePainterTest {
    private final ScenePainter painter = new ScenePainter();

    @Test
    void the_night_is_dark_and_a_burning_lamp_lights_it() {
        double day = brightness(painter.paint(scene(LocalTime.NOON, 0)));
        double night = brightness(painter.paint(scene(LocalTime.of(2, 0), 0)));
        double lit = brightness(painter.paint(scene(LocalTime.of(2, 0), 1)));
        assertTrue(day > 1.4 * lit, "day " + day + ", lit " + lit);
        assertTrue(lit > 1.5 * night, "lit " + lit + ", night " + night);
    }

    @Test
    void the_same_scene_gives_the_same_picture() {
        byte[] one = painter.paint(scene(LocalTime.NOON, 0)).clone();
        byte[] other = new ScenePainter().paint(scene(LocalTime.NOON, 0));
        assertTrue(Arrays.equals(one, other));
    }

    @Test
    void no_two_moments_give_the_same_picture() {
        byte[] one = painter.paint(scene(LocalTime.of(2, 0, 0, 1_000_000), 0)).clone();
        byte[] other = painter.paint(scene(LocalTime.of(2, 0, 0, 2_000_000), 0));
        assertNotEquals(Arrays.hashCode(one), Arrays.hashCode(other));
    }

    @Test
    void the_light_comes_at_dawn_and_goes_at_dusk() {
        assertEquals(0, Scene.daylight(LocalTime.of(5, 0)));
        assertEquals(1, Scene.daylight(LocalTime.NOON));
        assertEquals(0.5, Scene.daylight(LocalTime.of(18, 30)), 0.01);
        assertEquals(0, Scene.daylight(LocalTime.of(23, 0)));
    }

    private static double brightness(byte[] pixels) {
        long sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xFF;
        }
        return (double) sum / pixels.length;
    }

    private static Scene scene(LocalTime time, double lamp) {
        return new Scene(
                4711,
                LocalDateTime.of(2026, 9, 21, 0, 0).with(time),
                Scene.daylight(time),
                false,
                List.of(
                        new Scene.DoorSight(
                                0.6,
                                false,
                                List.of(
                                        sight(Crowd.Build.ADULT, Crowd.Act.PASSES),
                                        sight(Crowd.Build.ELDER, Crowd.Act.TRIES),
                                        sight(Crowd.Build.COURIER, Crowd.Act.WAITS),
                                        sight(Crowd.Build.CHILD, Crowd.Act.WAITS)))),
                List.of(new Scene.LampSight(lamp), new Scene.LampSight(lamp)));
    }

    private static Scene.PersonSight sight(Crowd.Build build, Crowd.Act act) {
        return new Scene.PersonSight(new Crowd.Look(build, 3), act);
    }
}
