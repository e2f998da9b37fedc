package org.menfang.gate.wiegand;

import java.time.Duration;
import java.util.Optional;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.vocabulary.ReaderId;

/// Hears the pulses of one reader and tells its frames.
final class PulseListener implements GpioChip.TimedEdgeListener {
    /// So many refused frames, one after the other, are a fault of the reader or its wires.
    static final int REFUSED_IN_A_ROW_MAX = 3;

    /// Whoever ends a frame by so much too late may be as late with its pulses: it waits once more.
    private static final Duration LATE = Duration.ofMillis(10);

    private final ReaderId reader;
    private final int oneLine;
    private final FrameAssembler frames;
    private final Later later;
    private final ReaderListener listener;
    private final ReaderTrouble trouble;
    private FrameCounts counts = FrameCounts.NONE;
    private int refusedInARow;
    private int lastRefusedBits;
    private boolean waiting;
    private boolean isLastWait;

    /// @param oneLine the line whose pulses are ones; those of any other are zeros
    PulseListener(
            ReaderId reader,
            int oneLine,
            FrameAssembler frames,
            Later later,
            ReaderListener listener,
            ReaderTrouble trouble) {
        this.reader = reader;
        this.oneLine = oneLine;
        this.frames = frames;
        this.later = later;
        this.listener = listener;
        this.trouble = trouble;
    }

    synchronized FrameCounts counts() {
        return counts;
    }

    /// How many bits the last refused frame had; 0 where none was refused.
    synchronized int lastRefusedBits() {
        return lastRefusedBits;
    }

    @Override
    public synchronized void onEdge(int line, boolean high, long nanos) {
        Optional<FrameEnd> before = frames.pulse(line == oneLine, nanos);
        isLastWait = false;
        awaitGap();
        before.ifPresent(this::tell);
    }

    @Override
    public synchronized void onLost(long edges) {
        frames.lost();
    }

    private void awaitGap() {
        if (!waiting) {
            waiting = true;
            long left = Math.max(frames.endsAt() - later.nanos(), 0);
            later.after(Duration.ofNanos(left), this::timeIsOver);
        }
    }

    private synchronized void timeIsOver() {
        waiting = false;
        if (!frames.isHearing()) {
            return;
        }
        long overBy = later.nanos() - frames.endsAt();
        if (overBy < 0) {
            awaitGap();
        } else if (overBy > LATE.toNanos() && !isLastWait) {
            isLastWait = true;
            waiting = true;
            later.after(FrameAssembler.GAP, this::timeIsOver);
        } else {
            tell(frames.end());
        }
    }

    private void tell(FrameEnd end) {
        counts = counts.with(end);
        switch (end) {
            case FrameEnd.Whole whole -> {
                refusedInARow = 0;
                trouble.ends(ReaderTrouble.Part.FRAMES);
                listener.onCard(reader, whole.bits());
            }
            case FrameEnd.Refused refused -> {
                lastRefusedBits = refused.bits();
                refusedInARow = Math.min(refusedInARow + 1, REFUSED_IN_A_ROW_MAX);
                if (refusedInARow == REFUSED_IN_A_ROW_MAX) {
                    trouble.begins(ReaderTrouble.Part.FRAMES, why(refused));
                }
            }
        }
    }

    private static String why(FrameEnd.Refused refused) {
        String what =
                switch (refused.fault()) {
                    case EDGES_LOST -> "edges were lost";
                    case TOO_SHORT -> "frames are too short";
                    case TOO_LONG -> "frames are too long";
                    case BAD_TIMING -> "pulses come at impossible times";
                };
        return "%s (%d bits): check d0, d1, ground and the supply of the reader"
                .formatted(what, refused.bits());
    }
}
