package org.menfang.hub.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.page.Language;
import org.menfang.vocabulary.OperatorName;

/// What happened to the ways of telling people. Addresses, numbers and keys never stand here.
public sealed interface WayEntry extends EntryBody {
    /// @param owner who alone is told by it; none for the whole group
    record WaySetUp(
            WayId way, WayKind kind, String name, @Nullable OperatorName owner, Language language)
            implements WayEntry {}

    record WayPaused(WayId way) implements WayEntry {}

    record WayResumed(WayId way) implements WayEntry {}

    record WayRemoved(WayId way) implements WayEntry {}

    /// The weekly test was sent by all ways.
    ///
    /// @param due the moment for which it was meant
    record WaysTested(Instant due) implements WayEntry {}

    /// An alarm was not told by a way.
    ///
    /// @param topic what it was about
    record AlarmNotTold(WayId way, String topic, Loss loss) implements WayEntry {}
}
