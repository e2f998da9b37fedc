package org.menfang.hub.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.GateCard;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.LampLight;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState;

/// The drawing of one gate: a shape, a name and a state in words for each thing.
///
/// Things that nobody placed stand in two columns, in the order in which the gate names them. The
/// drawing is as wide as a phone, so that its letters are large there, too.
///
/// @param height of the drawing; its width is {@link #WIDTH}
public record Drawing(GateCard gate, List<Shape> shapes, int height) {
    public static final int WIDTH = 360;

    private static final int COLUMNS = 2;
    private static final int TILE_WIDTH = WIDTH / COLUMNS;
    private static final int TILE_HEIGHT = 130;
    private static final int PLACED_HEIGHT = 420;
    private static final int LABEL_SIGNS_MAX = 8;

    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /// How much somebody has to look at it.
    public enum Tone {
        GOOD,
        PLAIN,
        WARN,
        BAD
    }

    /// One thing on the drawing.
    ///
    /// @param label its name, short enough for its place
    /// @param stateKey of the word for its state
    /// @param open whether a door's leaf stands open, or a lamp shines
    /// @param x of the middle of the shape
    /// @param y of the middle of the shape
    public record Shape(
            PlanItem item,
            String name,
            String label,
            String stateKey,
            Tone tone,
            boolean open,
            int x,
            int y) {}

    /// @param spots where things stand that somebody placed
    public static Drawing of(GateCard gate, Map<PlanItem, Spot> spots) {
        List<Shape> shapes = new ArrayList<>();
        @Nullable GateState state = gate.state();
        if (state != null) {
            GateIdentity name = new GateIdentity(gate.compound(), gate.gate());
            state.doors().forEach(door -> shapes.add(door(name, door)));
            state.lamps().forEach(lamp -> shapes.add(lamp(name, lamp)));
            state.cameras().forEach(camera -> shapes.add(camera(name, camera)));
        }
        return placed(gate, shapes, spots);
    }

    private static Drawing placed(GateCard gate, List<Shape> shapes, Map<PlanItem, Spot> spots) {
        int rows = (shapes.size() + COLUMNS - 1) / COLUMNS;
        boolean any = shapes.stream().anyMatch(shape -> spots.containsKey(shape.item()));
        int height = Math.max(any ? PLACED_HEIGHT : TILE_HEIGHT, rows * TILE_HEIGHT);
        List<Shape> standing = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Shape shape = shapes.get(i);
            Spot spot = spots.get(shape.item());
            int x = i % COLUMNS * TILE_WIDTH + TILE_WIDTH / 2;
            int y = i / COLUMNS * TILE_HEIGHT + TILE_HEIGHT / 2;
            if (spot != null) {
                x = within(spot.x(), WIDTH, TILE_WIDTH);
                y = within(spot.y(), height, TILE_HEIGHT);
            }
            standing.add(at(shape, x, y));
        }
        return new Drawing(gate, standing, height);
    }

    /// So that the name under a shape never leaves the drawing.
    private static int within(int along, int length, int tile) {
        return Math.clamp((long) along * length / Spot.ALONG_MAX, tile / 2, length - tile / 2);
    }

    private static Shape at(Shape shape, int x, int y) {
        return new Shape(
                shape.item, shape.name, shape.label, shape.stateKey, shape.tone, shape.open, x, y);
    }

    private static Shape door(GateIdentity gate, GateState.DoorView door) {
        boolean open = door.phase() != DoorPhase.SECURED && door.phase() != DoorPhase.RELEASED;
        Tone tone =
                switch (door.phase()) {
                    case FORCED -> Tone.BAD;
                    case PRE_ALARM, HELD -> Tone.WARN;
                    case OPEN, RELEASED -> Tone.PLAIN;
                    case SECURED -> door.mode() == DoorMode.LOCKED ? Tone.GOOD : Tone.WARN;
                };
        PlanItem item = new PlanItem(gate, PlanItem.Kind.DOOR, door.id().value());
        return shape(item, door.name(), "door.phase." + door.phase().name(), tone, open);
    }

    private static Shape lamp(GateIdentity gate, GateState.LampView lamp) {
        Tone tone =
                switch (lamp.light()) {
                    case BURNING -> Tone.GOOD;
                    case OFF, STARTING -> Tone.PLAIN;
                    case DEAD, CUT -> Tone.BAD;
                };
        PlanItem item = new PlanItem(gate, PlanItem.Kind.LAMP, lamp.id().value());
        return shape(
                item,
                lamp.name(),
                "lamp." + lamp.light().name(),
                tone,
                lamp.light() == LampLight.BURNING);
    }

    private static Shape camera(GateIdentity gate, GateState.CameraView camera) {
        PlanItem item = new PlanItem(gate, PlanItem.Kind.CAMERA, camera.id().value());
        return shape(
                item,
                camera.name(),
                camera.working() ? "plan.camera.works" : "plan.camera.lost",
                camera.working() ? Tone.GOOD : Tone.BAD,
                camera.working());
    }

    private static Shape shape(
            PlanItem item, String name, String stateKey, Tone tone, boolean open) {
        return new Shape(item, name, label(name), stateKey, tone, open, 0, 0);
    }

    private static String label(String name) {
        int[] signs = name.codePoints().toArray();
        boolean wide = name.codePoints().anyMatch(Character::isIdeographic);
        int max = wide ? LABEL_SIGNS_MAX : 2 * LABEL_SIGNS_MAX;
        return signs.length <= max ? name : new String(signs, 0, max - 1) + "…";
    }
}
