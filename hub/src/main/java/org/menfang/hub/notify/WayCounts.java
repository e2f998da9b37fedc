package org.menfang.hub.notify;

/// What a way has done since the hub started.
final class WayCounts {
    long sent;
    long failed;
    long lost;

    WayHealth.Figures figures() {
        return new WayHealth.Figures(sent, failed, lost);
    }
}
