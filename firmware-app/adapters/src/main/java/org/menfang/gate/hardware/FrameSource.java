package org.menfang.gate.hardware;

import java.io.IOException;

/// Delivers single pictures of one camera.
///
/// A living camera never delivers the same picture twice, if only for its noise: one that does so
/// for long counts as frozen. A simulated one has to add noise, or a clock.
public interface FrameSource {
    /// The newest picture. Its pixels stay as they are until the next call; one thread calls this.
    ///
    /// @throws IOException if there is none, or none that is new
    Frame newest() throws IOException;
}
