package org.menfang.gate.port;

import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.PictureId;

/// Takes pictures. It never blocks; the answer comes to the inbox.
public interface Cameras {
    void take(PictureId picture, CameraId camera);
}
