package org.menfang.gate.picture;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.menfang.gate.Input;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.gate.port.Cameras;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.TimeSource;
import org.menfang.site.CameraPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.PictureId;

/// The cameras of a gate: each is looked at by a thread of its own, so that one that hangs takes
/// nothing from the others.
public final class WatchedCameras implements Cameras, AutoCloseable {
    /// How often to see whether a camera works, unless it is told otherwise.
    public static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final Map<String, WatchedCamera> cameras = new TreeMap<>();

    private WatchedCameras(Inbox inbox) {
        this.inbox = inbox;
    }

    /// Begins to watch all cameras of a site.
    ///
    /// @param sources where the frames of each come from
    public static WatchedCameras open(
            Site site, Function<CameraPlan, FrameSource> sources, Shared shared) {
        WatchedCameras opened = new WatchedCameras(shared.inbox());
        for (CameraPlan plan : site.cameras()) {
            opened.cameras.put(
                    plan.id().value(),
                    new WatchedCamera(plan.id(), sources.apply(plan), site.zone(), shared));
        }
        opened.cameras.values().forEach(WatchedCamera::start);
        return opened;
    }

    @Override
    public void take(PictureId picture, CameraId camera) {
        WatchedCamera watched = cameras.get(camera.value());
        if (watched == null) {
            inbox.offer(new Input.PictureFailed(picture, camera, "there is no such camera"));
        } else {
            watched.take(picture);
        }
    }

    @Override
    public void close() {
        cameras.values().forEach(WatchedCamera::close);
    }

    /// What all cameras share.
    ///
    /// @param time what the banner over each picture says
    /// @param lookEvery how often to see whether a camera works
    public record Shared(
            Inbox inbox,
            TimeSource time,
            StillMaker stills,
            PictureFolder folder,
            PictureUpload upload,
            Duration lookEvery) {}
}
