package org.menfang.gate.gpio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.linux.LinuxWake;

/// The thread that reads the events of one request, from the first to the last. Nobody else reads
/// them, so that they stay in order.
final class EdgeReader {
    /// How many events are fetched with one call at most.
    private static final int EVENTS_AT_ONCE_MAX = 64;

    private static final Logger LOG = System.getLogger(EdgeReader.class.getName());

    private final LineRequest request;
    private final LinuxWake end;
    private final GpioChip.TimedEdgeListener listener;
    private final ByteBuffer events =
            GpioLayout.structure(EVENTS_AT_ONCE_MAX * GpioLayout.EVENT_BYTES);
    private final Thread thread;
    private int lastSequence;
    private volatile boolean broken;

    private EdgeReader(LineRequest request, LinuxWake end, GpioChip.TimedEdgeListener listener) {
        this.request = request;
        this.end = end;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name(request.file().toString()).unstarted(this::run);
    }

    /// @param end is struck when the thread is to end
    static EdgeReader start(
            LineRequest request, LinuxWake end, GpioChip.TimedEdgeListener listener) {
        EdgeReader reader = new EdgeReader(request, end, listener);
        reader.thread.start();
        return reader;
    }

    /// Whether it still reads, or was told to end.
    boolean isLive() {
        return !broken;
    }

    /// Waits until the thread has ended, after it was told to.
    void awaitEnd() throws InterruptedException {
        thread.join();
    }

    private void run() {
        try {
            while (request.file().awaitReadable(end)) {
                request.file().read(events.clear());
                tell(events.flip());
            }
        } catch (LinuxException | RuntimeException e) {
            // Whoever asks whether it is live restarts the program: a door contact is deaf.
            broken = true;
            LOG.log(Level.ERROR, "nobody listens any more to " + request.file(), e);
        }
    }

    private void tell(ByteBuffer read) {
        for (int at = 0;
                at + GpioLayout.EVENT_BYTES <= read.limit();
                at += GpioLayout.EVENT_BYTES) {
            int sequence = read.getInt(at + GpioLayout.EVENT_SEQUENCE_AT);
            int lost = sequence - lastSequence - 1;
            lastSequence = sequence;
            if (lost != 0) {
                listener.onLost(Integer.toUnsignedLong(lost));
            }
            listener.onEdge(
                    read.getInt(at + GpioLayout.EVENT_LINE_AT),
                    read.getInt(at + GpioLayout.EVENT_ID_AT) == GpioLayout.EVENT_RISING,
                    read.getLong(at));
        }
    }
}
