package org.menfang.gate.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.ffmpeg.FfmpegFrames;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.gate.hardware.Hardware;
import org.menfang.site.CameraPlan;

/// Finds where the frames of each camera come from: the hardware, where it brings the camera along,
/// else `ffmpeg`. What it opens for that it closes.
public final class CameraSources implements AutoCloseable {
    private final Hardware hardware;
    private final String ffmpeg;
    private final FfmpegFrames.Limits limits;
    private final List<FfmpegFrames> opened = new ArrayList<>();

    /// @param ffmpeg the name or path of `ffmpeg`
    public CameraSources(Hardware hardware, String ffmpeg, FfmpegFrames.Limits limits) {
        this.hardware = hardware;
        this.ffmpeg = ffmpeg;
        this.limits = limits;
    }

    /// The source of a camera; one that never delivers where nobody can read such an address.
    public FrameSource of(CameraPlan camera) {
        return hardware.frames(camera).orElseGet(() -> byAddress(camera));
    }

    @Override
    public void close() {
        opened.forEach(FfmpegFrames::close);
    }

    private FrameSource byAddress(CameraPlan camera) {
        if (!FfmpegFrames.canRead(camera.source())) {
            return () -> {
                throw new IOException(
                        "this hardware has no camera for \"" + camera.source() + "\"");
            };
        }
        FfmpegFrames frames = FfmpegFrames.open(camera.id(), ffmpeg, camera.source(), limits);
        opened.add(frames);
        return frames;
    }
}
