package org.menfang.hub.notify;

import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Language;
import org.menfang.vocabulary.OperatorName;

/// One way of telling people, without its address: that is secret.
///
/// @param name what people call it
/// @param owner who alone is told by it; none for a way of the group
/// @param language in which it tells
/// @param paused whether it is left out for now
public record Way(
        WayId id,
        WayKind kind,
        String name,
        @Nullable OperatorName owner,
        Language language,
        boolean paused) {
    /// Whether it tells the whole group.
    public boolean isGroups() {
        return owner == null;
    }

    Way paused(boolean now) {
        return new Way(id, kind, name, owner, language, now);
    }
}
