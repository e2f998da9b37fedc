package org.menfang.hub.notify;

import java.util.Optional;

/// Judges addresses before anything is sent there.
@FunctionalInterface
public interface AddressRule {
    /// @return the key of the text that says what is wrong with it: `refused.notify.…`; empty if
    ///   nothing is
    Optional<String> fault(WayKind kind, WayAddress address);
}
