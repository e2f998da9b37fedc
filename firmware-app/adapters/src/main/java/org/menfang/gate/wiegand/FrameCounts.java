package org.menfang.gate.wiegand;

/// How many frames a reader has sent since the start, and how many of them were refused.
///
/// @param whole frames that were told
/// @param edgesLost refused, since the kernel lost edges of them
/// @param tooShort refused, with fewer bits than a key or a card has
/// @param tooLong refused, with more bits than a card has
/// @param badTiming refused, since no reader sends pulses like that
public record FrameCounts(long whole, long edgesLost, long tooShort, long tooLong, long badTiming) {
    /// Nothing was heard yet.
    public static final FrameCounts NONE = new FrameCounts(0, 0, 0, 0, 0);

    /// All that were refused.
    public long refused() {
        return edgesLost + tooShort + tooLong + badTiming;
    }

    FrameCounts with(FrameEnd end) {
        return switch (end) {
            case FrameEnd.Whole _ ->
                    new FrameCounts(whole + 1, edgesLost, tooShort, tooLong, badTiming);
            case FrameEnd.Refused(FrameEnd.Fault fault, _) ->
                    switch (fault) {
                        case EDGES_LOST ->
                                new FrameCounts(whole, edgesLost + 1, tooShort, tooLong, badTiming);
                        case TOO_SHORT ->
                                new FrameCounts(whole, edgesLost, tooShort + 1, tooLong, badTiming);
                        case TOO_LONG ->
                                new FrameCounts(whole, edgesLost, tooShort, tooLong + 1, badTiming);
                        case BAD_TIMING ->
                                new FrameCounts(whole, edgesLost, tooShort, tooLong, badTiming + 1);
                    };
        };
    }
}
