package org.menfang.vocabulary;

/// What a lock does without power.
public enum FailMode {
    /// Released without power: energised to secure.
    FAIL_SAFE,
    /// Secured without power: energised to release. Leaving then needs a mechanical handle.
    FAIL_SECURE;

    /// Whether the lock's output is energised while the lock is released.
    public boolean energisedToRelease() {
        return this == FAIL_SECURE;
    }
}
