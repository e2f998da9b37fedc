package org.menfang.gate.hardware;

import java.util.Optional;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.site.CameraPlan;

/// One open board. Closing it leaves every output in the state that it had last.
public interface Hardware extends AutoCloseable {
    GpioChip gpio();

    /// Connects the readers: from now on what they deliver comes to the listener.
    Readers connectReaders(ReaderListener listener);

    /// Where readers are given their keys; by default there is none that takes one.
    default ReaderInstalls readerInstalls() {
        return ReaderInstalls.NONE;
    }

    /// Whether the readers are still listened to. It may wait for them, and even hang with them.
    default boolean readersLive() {
        return true;
    }

    /// The frames of a camera that this hardware brings along; empty for one that is reached by
    /// file or network.
    Optional<FrameSource> frames(CameraPlan camera);

    /// The clock of this hardware; empty where the operating system's is to be used.
    Optional<TimeSource> clock();

    @Override
    void close();
}
