package org.menfang.tag;

/// What a tag says of itself at one tap.
///
/// @param counter how often the tag has been read, this time included; 0 to {@link #COUNTER_MAX}. A
///   tag never says the same one twice
public record SunMessage(TagUid uid, int counter) {
    /// The highest count that three bytes hold.
    public static final int COUNTER_MAX = 0xFF_FFFF;

    public SunMessage {
        if (counter < 0 || counter > COUNTER_MAX) {
            throw new IllegalArgumentException("no count of a tag: " + counter);
        }
    }
}
