package org.menfang.sim.camera;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.image.BufferedImage;
import java.util.List;

/// The dark of the night, with a hole in it wherever a lamp burns.
final class Darkness {
    private static final float REACH = 270;
    private static final int DARKEST = 192;

    private final BufferedImage layer =
            new BufferedImage(ScenePainter.WIDTH, ScenePainter.HEIGHT, BufferedImage.TYPE_INT_ARGB);

    void paint(Graphics2D g, Scene scene) {
        double night = 1 - scene.daylight();
        if (night <= 0) {
            return;
        }
        Graphics2D dark = layer.createGraphics();
        dark.setComposite(AlphaComposite.Src);
        dark.setColor(new Color(6, 9, 24, (int) (DARKEST * night)));
        dark.fillRect(0, 0, ScenePainter.WIDTH, ScenePainter.HEIGHT);
        dark.setComposite(AlphaComposite.DstOut);
        forEachLight(scene, (x, light) -> fillGlow(dark, x, new Color(0, 0, 0), light * 0.92));
        dark.dispose();
        g.drawImage(layer, 0, 0, null);
        forEachLight(
                scene, (x, light) -> fillGlow(g, x, new Color(255, 206, 120), light * night * 0.4));
    }

    private interface Light {
        void at(int x, double brightness);
    }

    private static void forEachLight(Scene scene, Light light) {
        List<Scene.LampSight> lamps = scene.lamps();
        for (int i = 0; i < lamps.size(); i++) {
            if (lamps.get(i).brightness() > 0) {
                light.at(ScenePainter.lampX(i, lamps.size()), lamps.get(i).brightness());
            }
        }
    }

    private static void fillGlow(Graphics2D g, int x, Color colour, double strength) {
        Color core = withAlpha(colour, strength);
        Color half = withAlpha(colour, strength * 0.55);
        Color none = withAlpha(colour, 0);
        int y = ScenePainter.LAMP_Y + 90;
        g.setPaint(
                new RadialGradientPaint(
                        x, y, REACH, new float[] {0, 0.45f, 1}, new Color[] {core, half, none}));
        g.fillRect(0, 0, ScenePainter.WIDTH, ScenePainter.HEIGHT);
    }

    private static Color withAlpha(Color colour, double share) {
        int alpha = (int) Math.round(255 * Math.clamp(share, 0, 1));
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
