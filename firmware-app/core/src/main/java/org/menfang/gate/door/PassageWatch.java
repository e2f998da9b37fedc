package org.menfang.gate.door;

import org.menfang.gate.Turn;
import org.menfang.vocabulary.DoorId;

/// Whoever has to know what became of a right to pass. It is told before the event is written, so
/// that what it keeps is durable no later.
public interface PassageWatch {
    /// The door was opened by right.
    void taken(Turn turn, DoorId door, Passage passage);

    /// The right ended, and the door was not opened.
    void notTaken(Turn turn, DoorId door, Passage passage);

    /// The door was opened while it stood released, or by force: nobody knows who passes it.
    void openedFreely(Turn turn, DoorId door);

    /// Tells another as well.
    default PassageWatch and(PassageWatch other) {
        return new PassageWatch() {
            @Override
            public void taken(Turn turn, DoorId door, Passage passage) {
                PassageWatch.this.taken(turn, door, passage);
                other.taken(turn, door, passage);
            }

            @Override
            public void notTaken(Turn turn, DoorId door, Passage passage) {
                PassageWatch.this.notTaken(turn, door, passage);
                other.notTaken(turn, door, passage);
            }

            @Override
            public void openedFreely(Turn turn, DoorId door) {
                PassageWatch.this.openedFreely(turn, door);
                other.openedFreely(turn, door);
            }
        };
    }
}
