package org.menfang.gate.picture;

import java.time.Duration;
import java.util.Optional;
import org.menfang.gate.Input;
import org.menfang.vocabulary.CameraId;

/// What is known of one camera: whether it works, and since when it does not. Times are durations
/// since any one start.
final class CameraHealth {
    /// How long a camera may deliver nothing before it is lost; it also has this long to begin.
    static final Duration NOTHING_MAX = Duration.ofSeconds(10);

    /// How long it may deliver the same picture before it is lost.
    static final Duration SAME_MAX = Duration.ofSeconds(30);

    static final String FROZEN = "always the same picture";

    private enum Known {
        NOTHING_YET,
        WORKING,
        LOST
    }

    private final CameraId camera;
    private Known known = Known.NOTHING_YET;
    private Duration lastPicture;
    private Duration lastChange;
    private long fingerprint;
    private boolean hasFingerprint;

    CameraHealth(CameraId camera, Duration start) {
        this.camera = camera;
        this.lastPicture = start;
        this.lastChange = start;
    }

    /// A frame came.
    ///
    /// @param newFingerprint equal for equal pictures
    Optional<Input> sawPicture(Duration now, long newFingerprint) {
        lastPicture = now;
        if (!hasFingerprint || newFingerprint != fingerprint) {
            hasFingerprint = true;
            fingerprint = newFingerprint;
            lastChange = now;
            return works();
        }
        return isFrozen(now) ? lost(FROZEN) : Optional.empty();
    }

    /// No frame came.
    Optional<Input> sawNothing(Duration now, String why) {
        return now.minus(lastPicture).compareTo(NOTHING_MAX) >= 0 ? lost(why) : Optional.empty();
    }

    /// Whether the last picture is older than it seems.
    boolean isFrozen(Duration now) {
        return now.minus(lastChange).compareTo(SAME_MAX) >= 0;
    }

    private Optional<Input> works() {
        if (known == Known.WORKING) {
            return Optional.empty();
        }
        known = Known.WORKING;
        return Optional.of(new Input.CameraFound(camera));
    }

    private Optional<Input> lost(String why) {
        if (known == Known.LOST) {
            return Optional.empty();
        }
        known = Known.LOST;
        return Optional.of(new Input.CameraLost(camera, why));
    }
}
