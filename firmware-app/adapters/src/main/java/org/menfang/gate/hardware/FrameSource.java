package org.menfang.gate.hardware;

import java.io.IOException;

/// Delivers single pictures of one camera.
public interface FrameSource {
    /// The newest picture.
    ///
    /// @throws IOException if there is none, or none that is new
    Frame newest() throws IOException;
}
