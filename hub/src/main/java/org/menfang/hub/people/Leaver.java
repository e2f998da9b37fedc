package org.menfang.hub.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.HolderId;

/// Somebody who has no rights any more, and whose name is still known.
///
/// @param endedAt when the rights ended; none where that was before the log began
record Leaver(HolderId holder, String name, String household, @Nullable Instant endedAt) {}
