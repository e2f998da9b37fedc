package org.menfang.sim.compound;

import java.time.Duration;
import org.menfang.gate.Input;
import org.menfang.gate.port.Cameras;
import org.menfang.gate.port.Inbox;
import org.menfang.sim.device.SimulatedCamera;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;

/// Cameras that deliver a picture of nothing after a while.
record VirtualStills(SimulatedCompound devices, Inbox inbox, Chance chance) implements Cameras {
    private static final Duration DELAY_MIN = Duration.ofMillis(60);
    private static final Duration DELAY_MAX = Duration.ofMillis(600);
    private static final int SIZE_BYTES = 24_000;

    @Override
    public void take(PictureId picture, CameraId camera) {
        devices.timeline()
                .after(
                        chance.between(DELAY_MIN, DELAY_MAX),
                        () -> inbox.offer(taken(picture, camera)));
    }

    private Input taken(PictureId picture, CameraId camera) {
        if (!works(camera)) {
            return new Input.PictureFailed(picture, camera, "no new picture");
        }
        Sha256 digest = Sha256.of("picture " + picture + " of " + camera);
        return new Input.PictureArrived(picture, camera, digest, SIZE_BYTES);
    }

    private boolean works(CameraId camera) {
        SimulatedCamera simulated = devices.cameras().get(camera);
        return simulated != null && simulated.state() == SimulatedCamera.State.WORKING;
    }

    /// Whoever watches the cameras finds out after a while how one does.
    void look(CameraId camera) {
        inbox.offer(
                works(camera)
                        ? new Input.CameraFound(camera)
                        : new Input.CameraLost(camera, "no new picture"));
    }
}
