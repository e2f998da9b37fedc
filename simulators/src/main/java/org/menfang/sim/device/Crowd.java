package org.menfang.sim.device;

import java.util.ArrayList;
import java.util.List;
import org.menfang.vocabulary.DoorId;

/// Who stands at which door, for the cameras to see.
public final class Crowd {
    private final List<Figure> figures = new ArrayList<>();

    /// One person to be seen.
    public static final class Figure {
        private final DoorId door;
        private final Look look;
        private Act act;

        private Figure(DoorId door, Look look, Act act) {
            this.door = door;
            this.look = look;
            this.act = act;
        }

        public Look look() {
            return look;
        }

        public Act act() {
            return act;
        }

        public void now(Act next) {
            act = next;
        }
    }

    /// What somebody looks like.
    ///
    /// @param shade picks the colour of the coat
    public record Look(Build build, int shade) {}

    /// How somebody is built, and what they have with them.
    public enum Build {
        ADULT,
        ELDER,
        CHILD,
        COURIER,
        SOFA_CARRIER,
        HOODED
    }

    /// What somebody does at the door.
    public enum Act {
        WAITS,
        TRIES,
        PASSES
    }

    public Figure comes(DoorId door, Look look) {
        Figure figure = new Figure(door, look, Act.WAITS);
        figures.add(figure);
        return figure;
    }

    public void goes(Figure figure) {
        figures.remove(figure);
    }

    /// Who is at a door, those who came first in front.
    public List<Figure> at(DoorId door) {
        return figures.stream().filter(figure -> figure.door.equals(door)).toList();
    }
}
