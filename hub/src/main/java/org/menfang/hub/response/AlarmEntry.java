package org.menfang.hub.response;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Care;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// What became known or was done about an alarm.
public sealed interface AlarmEntry extends EntryBody {
    /// The hub sees an open alarm for the first time.
    ///
    /// @param heardAt when it was raised, by the clock of the hub
    /// @param times how often its cause had come by then
    record Noticed(AlarmRef alarm, Point point, Instant heardAt, int times) implements AlarmEntry {}

    /// Its cause came again.
    ///
    /// @param times how often in all
    record Repeated(AlarmRef alarm, int times) implements AlarmEntry {}

    /// Its owner says that somebody acknowledged it.
    ///
    /// @param who none where the owner does not say
    record Answered(AlarmRef alarm, @Nullable OperatorName who) implements AlarmEntry {}

    /// Its cause came back after it was acknowledged, and it needs a new answer.
    record Reopened(AlarmRef alarm, int times) implements AlarmEntry {}

    /// Its owner has ended it.
    ///
    /// @param times how often its cause came in all
    record Ended(AlarmRef alarm, int times) implements AlarmEntry {}

    /// "I go."
    record Claimed(AlarmRef alarm) implements AlarmEntry {}

    /// "I am there."
    record Arrived(AlarmRef alarm) implements AlarmEntry {}

    record HelpAsked(AlarmRef alarm) implements AlarmEntry {}

    /// Somebody looked and found nothing.
    record FoundFalse(AlarmRef alarm) implements AlarmEntry {}

    /// The closing note. The alarm ends when its owner confirms the reset.
    record Closed(AlarmRef alarm, CloseCause cause, String note) implements AlarmEntry {}

    record Shelved(Point point, Instant until, String why) implements AlarmEntry {}

    record Unshelved(Point point) implements AlarmEntry {}

    /// @param repair the number of the repair that it waits for
    record TakenOutOfService(Point point, String repair) implements AlarmEntry {}

    record PutBackInService(Point point) implements AlarmEntry {}

    /// Somebody was told since nobody answered.
    ///
    /// @param to who, in this order; empty for the whole group
    record Escalated(AlarmRef alarm, Care.Step step, List<OperatorName> to) implements AlarmEntry {
        public Escalated {
            to = List.copyOf(to);
        }
    }

    record FloodBegan(CompoundId compound) implements AlarmEntry {}

    record FloodEnded(CompoundId compound) implements AlarmEntry {}

    record ChatterBegan(Point point) implements AlarmEntry {}

    record ChatterEnded(Point point) implements AlarmEntry {}
}
