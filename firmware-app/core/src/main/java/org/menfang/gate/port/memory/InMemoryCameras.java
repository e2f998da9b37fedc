package org.menfang.gate.port.memory;

import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.port.Cameras;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.PictureId;

/// Cameras that only note what was asked of them.
public final class InMemoryCameras implements Cameras {
    private final List<Asked> asked = new ArrayList<>();

    public InMemoryCameras() {}

    /// A picture that was asked for.
    public record Asked(PictureId picture, CameraId camera) {}

    @Override
    public void take(PictureId picture, CameraId camera) {
        asked.add(new Asked(picture, camera));
    }

    /// All that was asked for since the last call, in order.
    public List<Asked> takeAsked() {
        List<Asked> all = List.copyOf(asked);
        asked.clear();
        return all;
    }
}
