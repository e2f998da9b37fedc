package org.menfang.sim.camera;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/// Paints a scene as a cheap camera at a gate would show it: sky, houses, wall, doors, lamps,
/// people, a clock, and a little noise.
///
/// It uses no fonts, since a small machine may have none.
final class ScenePainter {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    static final int GROUND = 292;

    private static final int HORIZON = 196;
    private static final int NOISE_STEP = 7;

    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    private final Darkness darkness = new Darkness();

    /// The pixels of the picture: blue, green, red. They stay until the next call.
    byte[] paint(Scene scene) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paintSky(g, scene);
        Houses.paint(g, scene, HORIZON);
        paintGround(g);
        paintWall(g);
        paintLampPosts(g, scene);
        DoorPainter.paint(g, scene);
        darkness.paint(g, scene);
        Houses.paintWindowsAtNight(g, scene, HORIZON);
        paintFire(g, scene);
        paintClock(g, scene.time());
        g.dispose();
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        addNoise(pixels, scene.time());
        return pixels;
    }

    private static void paintSky(Graphics2D g, Scene scene) {
        double twilight = 1 - Math.abs(scene.daylight() * 2 - 1);
        Color top = Tint.mix(new Color(18, 24, 48), new Color(118, 160, 205), scene.daylight());
        Color day = Tint.mix(new Color(40, 44, 66), new Color(214, 224, 230), scene.daylight());
        Color low = Tint.mix(day, new Color(244, 160, 96), twilight * 0.8);
        g.setPaint(new GradientPaint(0, 0, top, 0, HORIZON, low));
        g.fillRect(0, 0, WIDTH, HORIZON + 40);
    }

    private static void paintGround(Graphics2D g) {
        g.setPaint(
                new GradientPaint(
                        0,
                        GROUND - 24,
                        new Color(150, 146, 138),
                        0,
                        HEIGHT,
                        new Color(96, 94, 92)));
        g.fillRect(0, GROUND - 24, WIDTH, HEIGHT - GROUND + 24);
        g.setColor(new Color(168, 164, 154));
        for (int x = -60; x < WIDTH; x += 64) {
            g.drawLine(WIDTH / 2 + (x - WIDTH / 2) / 2, GROUND - 20, x, HEIGHT);
        }
    }

    private static void paintWall(Graphics2D g) {
        int top = 186;
        g.setColor(new Color(176, 112, 84));
        g.fillRect(0, top, WIDTH, GROUND - top);
        g.setColor(new Color(158, 98, 72));
        for (int y = top + 9; y < GROUND; y += 9) {
            g.drawLine(0, y, WIDTH, y);
            for (int x = (y / 9 % 2) * 11; x < WIDTH; x += 22) {
                g.drawLine(x, y, x, y - 9);
            }
        }
        g.setColor(new Color(206, 198, 186));
        g.fillRect(0, top - 6, WIDTH, 7);
    }

    private static void paintLampPosts(Graphics2D g, Scene scene) {
        int count = scene.lamps().size();
        for (int i = 0; i < count; i++) {
            int x = lampX(i, count);
            double light = scene.lamps().get(i).brightness();
            g.setColor(new Color(70, 74, 78));
            g.fillRect(x - 3, LAMP_Y, 6, GROUND - LAMP_Y + 6);
            g.fillRoundRect(x - 16, LAMP_Y - 8, 32, 9, 8, 8);
            g.setColor(Tint.mix(new Color(120, 122, 124), new Color(255, 236, 176), light));
            g.fillOval(x - 11, LAMP_Y - 3, 22, 9);
        }
    }

    static final int LAMP_Y = 96;

    static int lampX(int index, int count) {
        return count == 1 ? WIDTH - 110 : 60 + index * (WIDTH - 120) / (count - 1);
    }

    private static void paintFire(Graphics2D g, Scene scene) {
        if (scene.fire()) {
            g.setColor(new Color(255, 60, 20, 70));
            g.fillRect(0, 0, WIDTH, HEIGHT);
        }
    }

    private static void paintClock(Graphics2D g, LocalDateTime time) {
        String text =
                "%04d-%02d-%02d %02d:%02d:%02d"
                        .formatted(
                                time.getYear(),
                                time.getMonthValue(),
                                time.getDayOfMonth(),
                                time.getHour(),
                                time.getMinute(),
                                time.getSecond());
        g.setColor(new Color(0, 0, 0, 120));
        g.fillRect(8, HEIGHT - 26, SegmentDigits.width(text) + 12, 20);
        g.setColor(Color.WHITE);
        SegmentDigits.paint(g, text, 14, HEIGHT - 23);
    }

    /// A living camera never delivers the same picture twice.
    private static void addNoise(byte[] pixels, LocalDateTime time) {
        SplittableRandom random = new SplittableRandom(time.hashCode());
        for (int i = random.nextInt(NOISE_STEP); i < pixels.length; i += NOISE_STEP) {
            int value = (pixels[i] & 0xFF) + random.nextInt(-5, 6);
            pixels[i] = (byte) Math.clamp(value, 0, 255);
        }
    }
}
