package org.menfang.hub.notify;

import java.util.Optional;
import java.util.Set;

/// Where the secret addresses of ways are kept. Any thread may call it.
public interface WayAddresses {
    Optional<WayAddress> find(WayId way);

    /// @return whether it is durable now
    boolean save(WayId way, WayAddress address);

    Set<WayId> all();
}
