package org.menfang.gate.hardware;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.site.CameraPlan;
import org.menfang.site.PinPlan;

/// One open board. Closing it leaves every output in the state that it had last.
public interface Hardware extends AutoCloseable {
    GpioChip gpio();

    /// A chip by the name that the wiring table gives it.
    ///
    /// @throws IOException if this hardware does not have it
    default GpioChip chip(String name) throws IOException {
        if (!name.equals(PinPlan.BOARD)) {
            throw new IOException("this hardware does not have the chip " + name);
        }
        return gpio();
    }

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

    /// What is known of each connected reader besides what it delivers; of some nothing is.
    default List<ReaderState> readerStates() {
        return List.of();
    }

    /// The frames of a camera that this hardware brings along; empty for one that is reached by
    /// file or network.
    Optional<FrameSource> frames(CameraPlan camera);

    /// The clock of this hardware; empty where the operating system's is to be used.
    Optional<TimeSource> clock();

    @Override
    void close();
}
