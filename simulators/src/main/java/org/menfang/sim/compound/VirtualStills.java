package org.menfang.sim.compound;

import java.time.Duration;
import org.menfang.gate.Input;
import org.menfang.gate.port.Cameras;
import org.menfang.gate.port.Inbox;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;

/// Cameras that deliver a picture of nothing after a while.
record VirtualStills(Timeline timeline, Inbox inbox, Chance chance) implements Cameras {
    private static final Duration DELAY_MIN = Duration.ofMillis(60);
    private static final Duration DELAY_MAX = Duration.ofMillis(600);
    private static final int SIZE_BYTES = 24_000;

    @Override
    public void take(PictureId picture, CameraId camera) {
        Sha256 digest = Sha256.of("picture " + picture + " of " + camera);
        timeline.after(
                chance.between(DELAY_MIN, DELAY_MAX),
                () -> inbox.offer(new Input.PictureArrived(picture, camera, digest, SIZE_BYTES)));
    }
}
