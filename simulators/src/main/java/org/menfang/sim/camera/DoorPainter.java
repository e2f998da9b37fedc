package org.menfang.sim.camera;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.geom.Area;
import java.util.List;

/// Paints the doors in the wall, how far each stands open, and who is before it.
final class DoorPainter {
    private static final int DOOR_WIDTH = 92;
    private static final int DOOR_HEIGHT = 146;
    private static final int FRAME = 12;
    private static final int TOP = ScenePainter.GROUND - DOOR_HEIGHT;
    private static final int PERSON_SPACING = 34;
    private static final int PEOPLE_SHOWN_MAX = 5;

    private DoorPainter() {}

    static void paint(Graphics2D g, Scene scene) {
        int count = scene.doors().size();
        for (int i = 0; i < count; i++) {
            paintDoor(g, left(i, count), scene.doors().get(i));
        }
    }

    /// What is behind the doors in the picture: all of it but the doors.
    static Area surroundings(int count) {
        Area all = new Area(new Rectangle(0, 0, ScenePainter.WIDTH, ScenePainter.HEIGHT));
        for (int i = 0; i < count; i++) {
            int x = left(i, count);
            all.subtract(
                    new Area(
                            new Rectangle(
                                    x - FRAME,
                                    TOP - FRAME,
                                    DOOR_WIDTH + 2 * FRAME,
                                    DOOR_HEIGHT + FRAME)));
        }
        return all;
    }

    private static int left(int index, int count) {
        return ScenePainter.WIDTH * (index + 1) / (count + 1) - DOOR_WIDTH / 2;
    }

    private static void paintDoor(Graphics2D g, int x, Scene.DoorSight door) {
        g.setColor(new Color(206, 198, 186));
        g.fillRect(x - FRAME, TOP - FRAME, DOOR_WIDTH + 2 * FRAME, DOOR_HEIGHT + FRAME);
        g.setColor(new Color(196, 204, 186));
        g.fillRect(x, TOP, DOOR_WIDTH, DOOR_HEIGHT);
        g.setColor(new Color(150, 148, 140));
        g.fillRect(x, TOP + DOOR_HEIGHT - 30, DOOR_WIDTH, 30);
        paintWho(g, x, door, true);
        paintLeaf(g, x, door.opening());
        paintReader(g, x, door.locked());
        paintWho(g, x, door, false);
    }

    /// The leaf turns on its left edge: the wider it is open, the narrower it looks.
    private static void paintLeaf(Graphics2D g, int x, double opening) {
        int right = x + (int) Math.round(DOOR_WIDTH * Math.cos(opening * Math.PI * 0.46));
        int rise = (int) Math.round(14 * opening);
        int foot = TOP + DOOR_HEIGHT;
        Polygon leaf =
                new Polygon(
                        new int[] {x, right, right, x},
                        new int[] {TOP, TOP + rise, foot + rise / 2, foot},
                        4);
        g.setColor(new Color(38, 84, 78, 235));
        g.setStroke(new BasicStroke(5));
        g.drawPolygon(leaf);
        g.setStroke(new BasicStroke(3));
        int bars = 7;
        for (int bar = 1; bar < bars; bar++) {
            int barX = x + (right - x) * bar / bars;
            int barRise = rise * bar / bars;
            g.drawLine(barX, TOP + barRise, barX, foot + barRise / 2);
        }
        g.drawLine(x, TOP + DOOR_HEIGHT / 2, right, TOP + DOOR_HEIGHT / 2 + rise / 2);
        g.setStroke(new BasicStroke(1));
    }

    private static void paintReader(Graphics2D g, int x, boolean locked) {
        int left = x + DOOR_WIDTH + 22;
        g.setColor(new Color(34, 36, 40));
        g.fillRoundRect(left, TOP + 66, 17, 28, 6, 6);
        g.setColor(locked ? new Color(232, 72, 56) : new Color(70, 226, 110));
        g.fillOval(left + 5, TOP + 71, 7, 7);
    }

    private static void paintWho(Graphics2D g, int x, Scene.DoorSight door, boolean passing) {
        int waiting = 0;
        List<Scene.PersonSight> people = door.people();
        for (Scene.PersonSight person : people) {
            boolean passes =
                    switch (person.act()) {
                        case PASSES -> true;
                        case TRIES, WAITS -> false;
                    };
            if (passes && passing) {
                PersonPainter.paint(g, x + DOOR_WIDTH / 2, ScenePainter.GROUND + 2, person.look());
            } else if (!passes && !passing && waiting < PEOPLE_SHOWN_MAX) {
                int stand = x + DOOR_WIDTH + 18 + waiting * PERSON_SPACING;
                PersonPainter.paint(g, stand, ScenePainter.GROUND + 16, person.look());
                waiting++;
            }
        }
    }
}
