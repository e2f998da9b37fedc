package org.menfang.gate.hardware;

import java.util.Optional;
import java.util.OptionalInt;
import org.menfang.vocabulary.ReaderId;

/// Gives readers their keys, while a person stands before them.
public interface ReaderInstalls {
    /// No reader takes a key.
    ReaderInstalls NONE =
            new ReaderInstalls() {
                @Override
                public Optional<String> beginInstall(ReaderId reader, OptionalInt foundAt) {
                    return Optional.of("没有 OSDP 读头 / no reader here is an OSDP reader");
                }

                @Override
                public Optional<Progress> progress(ReaderId reader) {
                    return Optional.empty();
                }
            };

    /// Begins to give a reader a key. That ends by itself: when it is done, or after 10 minutes.
    ///
    /// @param foundAt the address that the reader has now, where it is to be given the one that the
    ///   site file says
    /// @return why it does not begin, for a person; empty if it does
    Optional<String> beginInstall(ReaderId reader, OptionalInt foundAt);

    /// How far it is; empty if there is no such reader.
    Optional<Progress> progress(ReaderId reader);

    /// @param running whether the reader may still be given a key
    /// @param online whether the reader is heard, with a key of its own
    /// @param fault why not, for a person; empty where nothing is known
    record Progress(boolean running, boolean online, String fault) {}
}
