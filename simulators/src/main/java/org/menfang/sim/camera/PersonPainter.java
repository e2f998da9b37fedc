package org.menfang.sim.camera;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.menfang.sim.device.Crowd;

/// Paints people, from the coat up.
final class PersonPainter {
    private static final Color SKIN = new Color(232, 194, 162);
    private static final Color HAIR = new Color(40, 34, 32);
    private static final Color GREY_HAIR = new Color(206, 206, 206);
    private static final List<Color> COATS =
            List.of(
                    new Color(70, 104, 158),
                    new Color(158, 72, 70),
                    new Color(86, 132, 84),
                    new Color(190, 150, 72),
                    new Color(116, 92, 142),
                    new Color(80, 138, 142),
                    new Color(186, 120, 140),
                    new Color(104, 104, 110));

    private PersonPainter() {}

    /// @param foot where the feet stand
    static void paint(Graphics2D g, int x, int foot, Crowd.Look look) {
        Color coat = COATS.get(Math.floorMod(look.shade(), COATS.size()));
        switch (look.build()) {
            case ADULT -> paintBody(g, x, foot, 104, coat, HAIR);
            case CHILD -> {
                paintBody(g, x, foot, 72, coat, HAIR);
                g.setColor(new Color(226, 196, 60));
                g.fillRoundRect(x - 15, foot - 50, 9, 22, 5, 5);
            }
            case ELDER -> {
                paintBody(g, x, foot, 94, coat, GREY_HAIR);
                g.setColor(new Color(110, 76, 44));
                g.setStroke(new BasicStroke(3));
                g.drawLine(x + 19, foot - 46, x + 22, foot);
                g.setStroke(new BasicStroke(1));
            }
            case COURIER -> {
                paintBody(g, x, foot, 104, new Color(244, 196, 32), new Color(244, 196, 32));
                g.setColor(new Color(178, 134, 84));
                g.fillRect(x - 4, foot - 66, 28, 22);
            }
            case SOFA_CARRIER -> {
                g.setColor(new Color(150, 66, 60));
                g.fillRoundRect(x - 62, foot - 72, 124, 26, 14, 14);
                g.fillRoundRect(x - 62, foot - 56, 124, 26, 10, 10);
                paintBody(g, x, foot, 106, coat, HAIR);
            }
            case HOODED -> paintBody(g, x, foot, 106, new Color(36, 38, 42), new Color(30, 32, 36));
        }
    }

    private static void paintBody(
            Graphics2D g, int x, int foot, int height, Color coat, Color hair) {
        int head = height / 6;
        int top = foot - height;
        int hips = foot - height * 2 / 5;
        g.setColor(new Color(52, 56, 70));
        g.fillRoundRect(x - head / 2 - 4, hips, head / 2 + 2, foot - hips, 5, 5);
        g.fillRoundRect(x + 2, hips, head / 2 + 2, foot - hips, 5, 5);
        g.setColor(coat);
        g.fillRoundRect(x - head, top + head + 2, head * 2, hips - top - head + 8, 12, 12);
        g.setColor(coat.darker());
        g.fillRoundRect(x - head - 5, top + head + 6, 8, (hips - top) * 2 / 3, 7, 7);
        g.fillRoundRect(x + head - 3, top + head + 6, 8, (hips - top) * 2 / 3, 7, 7);
        g.setColor(SKIN);
        g.fillOval(x - head / 2 - 1, top, head + 2, head + 4);
        g.setColor(hair);
        g.fillArc(x - head / 2 - 2, top - 2, head + 4, head + 4, 0, 180);
    }
}
