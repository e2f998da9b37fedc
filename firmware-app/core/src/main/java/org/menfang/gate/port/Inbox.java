package org.menfang.gate.port;

import org.menfang.gate.Input;

/// Where adapters put what they have to tell. Any thread may call it; it never blocks.
public interface Inbox {
    /// Takes an input. Inputs of readers are dropped and counted when there are too many; all
    /// others have a lane of their own, ahead of them.
    void offer(Input input);
}
