package org.menfang.gate.wiegand;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.wiegand.FrameEnd.Fault;
import org.menfang.site.CardFormat;

/// Puts the pulses of one reader together to frames, which a gap ends. It has no clock: the time of
/// a pulse is the kernel's, and its owner says when so much time has gone by that a gap is over.
///
/// Readers send pulses of 20 to 100 µs, 200 µs to 20 ms apart. The bounds here are wider where that
/// costs nothing.
final class FrameAssembler {
    /// Pulses closer together are none: both wires are struck at once, or an edge rings.
    static final Duration INTERVAL_MIN = Duration.ofNanos(100_000);

    /// Pulses farther apart, and yet within one frame, are none.
    static final Duration INTERVAL_MAX = Duration.ofMillis(20);

    /// So much silence ends a frame.
    static final Duration GAP = Duration.ofMillis(30);

    /// The shortest key.
    static final int KEY_BITS_MIN = 4;

    /// The longest key, and the shortest card.
    static final int KEY_BITS_MAX = 8;

    private final boolean hasKeys;
    private final StringBuilder bits = new StringBuilder();
    private int heard;
    private @Nullable Fault fault;
    private boolean hasHeard;
    private long last;

    /// @param hasKeys whether there is a keypad, which sends short frames
    FrameAssembler(boolean hasKeys) {
        this.hasKeys = hasKeys;
    }

    /// Takes a pulse.
    ///
    /// @param nanos when it was, on a clock that never steps back
    /// @return what the frame before it came to, where nobody has asked for that yet
    Optional<FrameEnd> pulse(boolean one, long nanos) {
        long interval = nanos - last;
        boolean afterGap = hasHeard && interval > GAP.toNanos();
        Optional<FrameEnd> before = heard > 0 && afterGap ? Optional.of(end()) : Optional.empty();
        boolean begins = heard == 0;
        boolean isRest = begins && hasHeard && !afterGap;
        boolean isPossible =
                interval >= INTERVAL_MIN.toNanos() && interval <= INTERVAL_MAX.toNanos();
        if (isRest || (!begins && !isPossible)) {
            refuse(Fault.BAD_TIMING);
        }
        hasHeard = true;
        last = nanos;
        add(one);
        return before;
    }

    /// Pulses are missing before the next one, or the one after the last.
    void lost() {
        refuse(Fault.EDGES_LOST);
    }

    /// Whether a frame is being heard that a gap would end.
    boolean isHearing() {
        return heard > 0;
    }

    /// When the frame that is being heard is over if nothing comes any more.
    long endsAt() {
        return last + GAP.toNanos();
    }

    /// Ends the frame: its gap is over. What still comes of it is its rest, and refused.
    FrameEnd end() {
        FrameEnd end = result();
        bits.setLength(0);
        fault = null;
        heard = 0;
        return end;
    }

    private void add(boolean one) {
        heard++;
        if (bits.length() < CardFormat.BITS_MAX) {
            bits.append(one ? '1' : '0');
        } else {
            refuse(Fault.TOO_LONG);
        }
    }

    /// The first fault is the one that counts: others follow from it.
    private void refuse(Fault why) {
        fault = fault == null ? why : fault;
    }

    private FrameEnd result() {
        if (fault != null) {
            return new FrameEnd.Refused(fault, heard);
        }
        boolean possible = heard >= KEY_BITS_MAX || (hasKeys && heard == KEY_BITS_MIN);
        return possible
                ? new FrameEnd.Whole(new CardBits(bits.toString()))
                : new FrameEnd.Refused(Fault.TOO_SHORT, heard);
    }
}
