package org.menfang.gate.door;

import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.door.Phase.Forced;
import org.menfang.gate.door.Phase.Held;
import org.menfang.vocabulary.DoorMode;

/// One thing that has to be told when a door has become another.
public sealed interface DoorChange {
    /// Release the lock.
    record Unlock() implements DoorChange {}

    /// Secure the lock.
    record Lock() implements DoorChange {}

    record Opened() implements DoorChange {}

    record Closed() implements DoorChange {}

    /// The door was opened by this right, or stood open when it was given: what a right uses up,
    /// such as the one use of a pass, must not come back to whoever walked through.
    record Taken(Passage passage) implements DoorChange {}

    record NotTaken(Passage passage) implements DoorChange {}

    record ModeChanged(DoorMode mode) implements DoorChange {}

    record ForcedOpen() implements DoorChange {}

    record HeldOpen() implements DoorChange {}

    /// The door may now stay open.
    record HeldOver() implements DoorChange {}

    /// Ask the person at the door to close it.
    record Warn() implements DoorChange {}

    record WarningOver() implements DoorChange {}

    /// All that has to be told, in the order in which it is to be told: the lock goes first.
    static List<DoorChange> between(Door before, Door after) {
        List<DoorChange> changes = new ArrayList<>();
        if (before.lockReleased() != after.lockReleased()) {
            changes.add(after.lockReleased() ? new Unlock() : new Lock());
        }
        if (before.intent().mode() != after.intent().mode()) {
            changes.add(new ModeChanged(after.intent().mode()));
        }
        addLeaf(before.phase(), after.phase(), changes);
        addPassage(before, after, changes);
        addAlarms(before.phase(), after.phase(), changes);
        return changes;
    }

    private static void addLeaf(Phase before, Phase after, List<DoorChange> changes) {
        if (before.isOpen() != after.isOpen()) {
            changes.add(after.isOpen() ? new Opened() : new Closed());
        }
    }

    private static void addPassage(Door before, Door after, List<DoorChange> changes) {
        Passage ended = before.passage();
        if (ended != null && after.passage() == null) {
            boolean opens = !before.phase().isOpen() && after.phase().isOpen();
            changes.add(opens || ended.pastOpenLeaf() ? new Taken(ended) : new NotTaken(ended));
        }
    }

    private static void addAlarms(Phase before, Phase after, List<DoorChange> changes) {
        if (before.warns() != after.warns()) {
            changes.add(after.warns() ? new Warn() : new WarningOver());
        }
        if (after instanceof Forced && !(before instanceof Forced)) {
            changes.add(new ForcedOpen());
        }
        if (after instanceof Held && !(before instanceof Held)) {
            changes.add(new HeldOpen());
        }
        if (before instanceof Held && !(after instanceof Held)) {
            changes.add(new HeldOver());
        }
    }
}
