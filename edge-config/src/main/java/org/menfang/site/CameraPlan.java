package org.menfang.site;

import java.util.List;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.DoorId;

/// A camera and the doors that it sees.
///
/// @param source where its picture comes from: an `rtsp:` or `http:` address, a `file:` path, or
///   `simulated:<scene>`
/// @param watches the doors of which a grant, a denial or an alarm asks for its picture
public record CameraPlan(CameraId id, String name, String source, List<DoorId> watches) {
    public CameraPlan {
        watches = List.copyOf(watches);
    }
}
