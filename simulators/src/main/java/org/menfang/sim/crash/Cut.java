package org.menfang.sim.crash;

/// When the power is cut, and what becomes of what was not synced.
///
/// @param call the number of the call (a write, a sync, a new name …) at which it is cut, 1 and up;
///   0 for never
/// @param only counts only calls on files whose path has this in it; empty for all
/// @param seed what the shim draws from
public record Cut(long call, String only, long seed, Fate fate) {
    /// Counts the calls on every file.
    public Cut(long call, long seed, Fate fate) {
        this(call, "", seed, fate);
    }
}
