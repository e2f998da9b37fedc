package org.menfang.sim.device;

import org.menfang.site.CameraPlan;
import org.menfang.vocabulary.CameraId;

/// A camera, as far as it can fail. What it sees is drawn elsewhere.
public final class SimulatedCamera {
    private final CameraPlan plan;
    private State state = State.WORKING;

    SimulatedCamera(CameraPlan plan) {
        this.plan = plan;
    }

    /// How well a camera does.
    public enum State {
        WORKING,
        /// It delivers nothing.
        LOST,
        /// It delivers the same picture over and over.
        FROZEN,
        /// What it delivers is no picture.
        GARBLED
    }

    public CameraId id() {
        return plan.id();
    }

    public CameraPlan plan() {
        return plan;
    }

    public State state() {
        return state;
    }

    public void set(State now) {
        state = now;
    }
}
