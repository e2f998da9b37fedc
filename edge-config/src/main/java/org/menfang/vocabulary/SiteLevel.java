package org.menfang.vocabulary;

/// What state the whole compound is in. Leaving by REX and the release by fire work in every level.
public enum SiteLevel {
    NORMAL,
    /// A patrol stands at the gates and looks at people itself.
    PATROL_PRESENT,
    /// Nobody comes in but those whom the level admits. It ends by itself.
    LOCKDOWN,
    /// Everybody has to get out; doors stand open.
    EVACUATION
}
