package org.menfang.sim.camera;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/// The six-storey houses behind the wall, and who is still awake in them.
final class Houses {
    private static final int HOUSE_WIDTH = 128;
    private static final int GAP = 26;
    private static final int STOREY = 22;
    private static final int BEDTIME_BEGINS = 21;

    private Houses() {}

    static void paint(Graphics2D g, Scene scene, int foot) {
        forEachHouse(
                scene,
                (x, top) -> {
                    int shade = 176 + Math.floorMod(x * 7 + scene.seed(), 36);
                    g.setColor(new Color(shade, shade - 8, shade - 20));
                    g.fillRect(x, top, HOUSE_WIDTH, foot + 10 - top);
                    g.setColor(new Color(shade - 46, shade - 54, shade - 62));
                    g.fillRect(x - 3, top - 5, HOUSE_WIDTH + 6, 6);
                    g.setColor(new Color(92, 112, 128));
                    forEachWindow(x, top, foot, (wx, wy) -> g.fillRect(wx, wy, 13, 12));
                });
    }

    /// Lit windows shine through the dark.
    static void paintWindowsAtNight(Graphics2D g, Scene scene, int foot) {
        double night = 1 - scene.daylight();
        g.setClip(DoorPainter.surroundings(scene.doors().size()));
        int awake = (int) (awakePercent(scene.time().getHour()) * night);
        forEachHouse(
                scene,
                (x, top) ->
                        forEachWindow(
                                x,
                                top,
                                foot,
                                (wx, wy) -> paintWindow(g, scene.seed(), wx, wy, awake)));
        g.setClip(null);
    }

    private static void paintWindow(Graphics2D g, int seed, int x, int y, int awakePercent) {
        SplittableRandom habits = new SplittableRandom(seed * 31L + x * 1009L + y * 9176L);
        if (habits.nextInt(100) < awakePercent) {
            g.setColor(new Color(255, 214 + habits.nextInt(30), 140 + habits.nextInt(60)));
            g.fillRect(x, y, 13, 12);
        }
    }

    private static int awakePercent(int hour) {
        if (hour >= 17 && hour < BEDTIME_BEGINS) {
            return 70;
        }
        if (hour >= BEDTIME_BEGINS) {
            return 70 - (hour - BEDTIME_BEGINS + 1) * 18;
        }
        return hour < 5 ? 4 : 25;
    }

    private static void forEachHouse(Scene scene, BiConsumer<Integer, Integer> house) {
        int x = -Math.floorMod(scene.seed(), 60);
        for (int number = 0; x < ScenePainter.WIDTH; number++) {
            house.accept(x, 46 + Math.floorMod(scene.seed() * 13 + number * 29, 34));
            x += HOUSE_WIDTH + GAP;
        }
    }

    private static void forEachWindow(
            int x, int top, int foot, BiConsumer<Integer, Integer> window) {
        for (int y = top + 8; y + 14 < foot; y += STOREY) {
            for (int offset = 10; offset + 14 < HOUSE_WIDTH; offset += 24) {
                window.accept(x + offset, y);
            }
        }
    }
}
