package org.menfang.hub.notify;

import org.menfang.hub.page.Language;

/// A way that somebody wants to set up.
///
/// @param personal whether it is for this person alone
public record NewWay(
        WayKind kind, String name, boolean personal, Language language, WayAddress address) {
    public static final int NAME_CHARS_MAX = 20;
}
