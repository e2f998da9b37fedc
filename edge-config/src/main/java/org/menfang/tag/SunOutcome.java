package org.menfang.tag;

/// What became of a text that claims to come from a tag.
public sealed interface SunOutcome {
    /// The tag made it. Whether the counter is new is not known here.
    record Genuine(SunMessage message) implements SunOutcome {}

    record Refused(SunFault fault) implements SunOutcome {}
}
