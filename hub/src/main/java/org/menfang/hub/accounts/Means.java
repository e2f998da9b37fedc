package org.menfang.hub.accounts;

import java.util.List;

/// With what a person can prove who it is.
///
/// @param app whether an app works numbers out
/// @param passkeys the oldest first
public record Means(boolean password, boolean app, List<Factor.Passkey> passkeys) {
    public Means {
        passkeys = List.copyOf(passkeys);
    }

    /// Whether there is something beside the password. Where there is, a password or a sign-in link
    /// alone proves nothing any more.
    public boolean hasSecond() {
        return app || !passkeys.isEmpty();
    }

    public boolean isNothing() {
        return !password && !hasSecond();
    }
}
