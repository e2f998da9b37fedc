package org.menfang.hub.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.WayHealth;
import org.menfang.hub.notify.WayKind;

/// How one way of telling the group does.
///
/// @param lastFailure none for never
/// @param failure why it failed last
/// @param waiting how many messages wait
public record WayView(
        String id,
        WayKind kind,
        String name,
        WayHealth.State state,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable Failure failure,
        int waiting) {
    /// Those of the group; whom else the hub tells is nobody's business.
    public static List<WayView> ofGroup(List<WayHealth> all) {
        return all.stream()
                .filter(each -> each.way().isGroups())
                .map(each ->
                        new WayView(
                                each.way().id().value(),
                                each.way().kind(),
                                each.way().name(),
                                each.state(),
                                each.trace().succeededAt(),
                                each.trace().failedAt(),
                                each.trace().failure(),
                                each.waiting()))
                .toList();
    }
}
