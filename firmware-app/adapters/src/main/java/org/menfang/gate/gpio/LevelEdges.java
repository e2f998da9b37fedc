package org.menfang.gate.gpio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.menfang.gate.hardware.GpioChip;

/// Tells the changes of one input. When edges were lost, the next one says where the line stands,
/// since the kernel drops the oldest; how many are missing goes to the log.
final class LevelEdges implements GpioChip.TimedEdgeListener {
    private static final Logger LOG = System.getLogger(LevelEdges.class.getName());

    private final LineRequest request;
    private final GpioChip.EdgeListener listener;

    LevelEdges(LineRequest request, GpioChip.EdgeListener listener) {
        this.request = request;
        this.listener = listener;
    }

    @Override
    public void onEdge(int line, boolean high, long nanos) {
        listener.onEdge(high);
    }

    @Override
    public void onLost(long edges) {
        LOG.log(Level.WARNING, "{0} changes were too fast on {1}", edges, request.file());
    }
}
