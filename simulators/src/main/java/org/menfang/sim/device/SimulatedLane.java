package org.menfang.sim.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.time.Timeline;
import org.menfang.site.PointName;
import org.menfang.vocabulary.DoorId;

/// The way under the arm of a barrier: the arm, which its drive moves as the lock is energised, the
/// vehicles under it, and the loop in the ground that finds them.
///
/// The loop's detector reports the safe way round: without power, or with its coil broken, it tells
/// of a vehicle.
public final class SimulatedLane {
    /// How long the arm takes from upright to lying.
    static final Duration ARM_WAY = Duration.ofSeconds(4);

    /// From the loop's edge to the arm, and from the arm to the loop's other edge.
    static final Duration ALONG_THE_LOOP = Duration.ofMillis(700);

    /// Lower than this, of 1 for upright, the arm touches what is under it.
    static final double TOUCHES = 0.35;

    /// A driver in a hurry still drives under an arm that stands as high as this.
    static final double DARES = 0.75;

    private static final double UPRIGHT = 0.95;
    private static final double CLOSE_TO = 1e-6;

    private final Timeline timeline;
    private final Wires wires;
    private final PointName loop;
    private final Leaf arm;
    private final List<Runnable> struckListeners = new ArrayList<>();
    private int onLoop;
    private int under;
    private boolean broken;

    SimulatedLane(DoorId barrier, Timeline timeline, Wires wires, Leaf arm) {
        this.timeline = timeline;
        this.wires = wires;
        this.arm = arm;
        loop = PointName.loop(barrier);
        tell();
        arm.open(ARM_WAY);
    }

    /// Whether a driver who waits for it drives on now.
    public boolean isUpright() {
        return arm.opening() >= UPRIGHT;
    }

    /// Whether a driver in a hurry drives on now.
    public boolean isTempting() {
        return arm.opening() >= DARES;
    }

    /// Whether something is under the arm, or just before it on the loop.
    public boolean isOccupied() {
        return onLoop > 0;
    }

    /// A vehicle comes, whatever the arm does, and stands under it a moment later.
    public Vehicle comes() {
        return new Vehicle();
    }

    /// From now on its detector tells of a vehicle, whatever is there.
    public void breakDetector() {
        broken = true;
        tell();
    }

    public void mendDetector() {
        broken = false;
        tell();
    }

    public boolean isDetectorBroken() {
        return broken;
    }

    /// The gate does not hear of the next change.
    public void loseEdge() {
        wires.wire(loop).ifPresent(SimulatedWire::loseEdge);
    }

    /// Runs each time the arm comes down on something.
    public void onStruck(Runnable listener) {
        struckListeners.add(listener);
    }

    /// The drive brings the arm down while the lock is to hold, and a spring lifts it otherwise.
    void follow(boolean down) {
        if (down) {
            arm.close(ARM_WAY);
            look();
        } else {
            arm.open(ARM_WAY);
        }
    }

    private void tell() {
        wires.set(loop, broken || onLoop > 0);
    }

    /// Finds the moment at which the arm touches what is under it.
    private void look() {
        double above = arm.opening() - TOUCHES;
        if (under == 0 || !arm.isFalling()) {
            return;
        }
        if (above <= CLOSE_TO) {
            arm.open(ARM_WAY);
            List.copyOf(struckListeners).forEach(Runnable::run);
        } else {
            timeline.after(Duration.ofNanos(Math.round(above * ARM_WAY.toNanos())), this::look);
        }
    }

    /// Something that stands on the loop, and then under the arm.
    public final class Vehicle {
        private Timeline.@Nullable Planned arrival;
        private boolean isUnder;

        private Vehicle() {
            onLoop++;
            tell();
            arrival = timeline.after(ALONG_THE_LOOP, this::arrive);
        }

        private void arrive() {
            arrival = null;
            isUnder = true;
            under++;
            look();
        }

        /// Drives on, or back.
        public void drivesOff() {
            if (arrival != null) {
                arrival.cancel();
                arrival = null;
            }
            if (isUnder) {
                isUnder = false;
                under--;
            }
            timeline.after(
                    ALONG_THE_LOOP,
                    () -> {
                        onLoop--;
                        tell();
                    });
        }
    }
}
