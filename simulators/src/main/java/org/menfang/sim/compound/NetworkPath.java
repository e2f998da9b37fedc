package org.menfang.sim.compound;

import java.time.Duration;

/// The way between one client and the broker, as good as the weather lets it be.
public final class NetworkPath {
    private static final Duration QUICK = Duration.ofMillis(5);
    private static final Duration USUAL = Duration.ofMillis(80);

    private boolean carriesUp = true;
    private boolean carriesDown = true;
    private Duration delayMin = QUICK;
    private Duration delayMax = USUAL;
    private boolean keepsOrder = true;
    private int doubledPercent;
    private int bytesPerSecond;

    /// Whether what the client sends arrives.
    boolean carriesUp() {
        return carriesUp;
    }

    /// Whether what the broker sends arrives.
    boolean carriesDown() {
        return carriesDown;
    }

    boolean carriesBothWays() {
        return carriesUp && carriesDown;
    }

    Duration delayMin() {
        return delayMin;
    }

    Duration delayMax() {
        return delayMax;
    }

    /// Whether messages arrive in the order in which they were sent.
    boolean keepsOrder() {
        return keepsOrder;
    }

    int doubledPercent() {
        return doubledPercent;
    }

    /// What goes up in a second; 0 for as much as there is.
    int bytesPerSecond() {
        return bytesPerSecond;
    }

    /// Carries nothing any more, either way, and nobody is told.
    public void cut() {
        carries(false, false);
    }

    /// Carries in the ways that are named; a half-open connection is one of them.
    public void carries(boolean up, boolean down) {
        carriesUp = up;
        carriesDown = down;
    }

    /// Messages take so long, each as long as chance will have it.
    ///
    /// @param inOrder whether none overtakes another
    public void takes(Duration least, Duration most, boolean inOrder) {
        keepsOrder = inOrder;
        delayMin = least;
        delayMax = most;
    }

    /// So many messages of a hundred arrive twice.
    public void doubles(int percent) {
        doubledPercent = percent;
    }

    /// So many bytes go up in a second; 0 for as many as there are.
    public void throttle(int bytesUpPerSecond) {
        bytesPerSecond = bytesUpPerSecond;
    }

    /// All is as it should be.
    public void mend() {
        carries(true, true);
        takes(QUICK, USUAL, true);
        doubles(0);
        throttle(0);
    }
}
