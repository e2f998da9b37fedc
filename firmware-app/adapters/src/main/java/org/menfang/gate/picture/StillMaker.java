package org.menfang.gate.picture;

import java.io.IOException;
import org.menfang.gate.hardware.Frame;

/// Makes a still picture of a frame. Any thread may call it.
public interface StillMaker extends AutoCloseable {
    /// A JPEG of the frame, made smaller where it is large, with a line of text over it.
    ///
    /// @param banner in ASCII
    /// @throws IOException if no picture can be made of it
    byte[] make(Frame frame, String banner) throws IOException;

    @Override
    void close();
}
