package org.menfang.sim.compound;

import java.time.Duration;

/// The way between one client and the broker, as good as the weather lets it be.
public final class NetworkPath {
    private static final Duration QUICK = Duration.ofMillis(5);
    private static final Duration USUAL = Duration.ofMillis(80);

    private boolean carriesUp = true;
    private boolean carriesDown = true;
    private int breaksUp;
    private int breaksDown;
    private Duration delayMin = QUICK;
    private Duration delayMax = USUAL;
    private boolean keepsOrder = true;
    private int doubledPercent;
    private int bytesPerSecond;

    /// Whether what the client sends arrives.
    boolean carriesUp() {
        return carriesUp && breaksUp == 0;
    }

    /// Whether what the broker sends arrives.
    boolean carriesDown() {
        return carriesDown && breaksDown == 0;
    }

    boolean carriesBothWays() {
        return carriesUp() && carriesDown();
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

    /// Breaks at one more place, in the ways that are named. It carries again when every break is
    /// mended.
    ///
    /// @return mends this break
    public Runnable breakAt(boolean up, boolean down) {
        breaksUp += up ? 1 : 0;
        breaksDown += down ? 1 : 0;
        return () -> {
            breaksUp -= up ? 1 : 0;
            breaksDown -= down ? 1 : 0;
        };
    }

    /// Messages take as long as usual, and none overtakes another.
    public void takesAsUsual() {
        takes(QUICK, USUAL, true);
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
        breaksUp = 0;
        breaksDown = 0;
        carries(true, true);
        takesAsUsual();
        doubles(0);
        throttle(0);
    }
}
