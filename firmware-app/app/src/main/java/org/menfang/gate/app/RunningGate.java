package org.menfang.gate.app;

import java.lang.System.Logger.Level;
import java.time.Duration;

/// A gate that decides. It ends once: because it was asked to, or because it broke.
final class RunningGate {
    /// How long the controller may take to stop before the locks become safe without it.
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final GateThread thread;
    private final Runnable bringToSafeState;
    private final Runnable whenStopped;
    private final Teller teller;
    private final Owned owned;

    /// @param whenStopped told when somebody ends the gate
    RunningGate(
            GateThread thread,
            Runnable bringToSafeState,
            Runnable whenStopped,
            Teller teller,
            Owned owned) {
        this.thread = thread;
        this.bringToSafeState = bringToSafeState;
        this.whenStopped = whenStopped;
        this.teller = teller;
        this.owned = owned;
    }

    /// Waits until the gate has ended by itself, closes everything, and answers with the exit
    /// status.
    int awaitEnd() throws InterruptedException {
        int exitStatus = thread.awaitEnd();
        owned.close();
        return exitStatus;
    }

    /// Ends the gate: locks first, then what is still to be written, then everything else.
    void stop(String why) {
        whenStopped.run();
        thread.requestStop(why, ExitStatus.FINE);
        try {
            if (!thread.awaitEnd(STOP_WAIT)) {
                teller.tell(Level.ERROR, "the thread that decides does not end");
                bringToSafeState.run();
            }
        } catch (InterruptedException e) {
            bringToSafeState.run();
            Thread.currentThread().interrupt();
        }
        owned.close();
    }
}
