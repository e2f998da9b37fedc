package org.menfang.gate.app;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.menfang.gate.Input;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;

/// The one thread that decides. However it ends, it leaves the locks in their safe state.
final class GateThread {
    static final String NAME = "gate";

    /// Turns that the loop still gets after it was asked to stop; enough for a full inbox.
    private static final int LAST_TURNS_MAX = 100;

    private final BoundedInbox inbox;
    private final Runnable bringToSafeState;
    private final Teller teller;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile int exitStatus = ExitStatus.FINE;

    GateThread(BoundedInbox inbox, Runnable bringToSafeState, Teller teller) {
        this.inbox = inbox;
        this.bringToSafeState = bringToSafeState;
        this.teller = teller;
    }

    /// @param turned told after each turn of the loop
    void start(GateLoop loop, Runnable turned) {
        Thread.ofPlatform().name(NAME).start(() -> run(loop, turned));
    }

    /// Asks the controller to stop, and the thread to end after that.
    void requestStop(String why, int newExitStatus) {
        if (exitStatus == ExitStatus.FINE) {
            exitStatus = newExitStatus;
        }
        inbox.offer(new Input.StopRequested(why));
        stopping = true;
    }

    /// Waits until the thread has ended; whether it did.
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Waits until the thread has ended and answers with the exit status.
    int awaitEnd() throws InterruptedException {
        ended.await();
        return exitStatus;
    }

    private void run(GateLoop loop, Runnable turned) {
        try {
            while (!stopping) {
                loop.tick();
                turned.run();
                inbox.awaitInput(loop.idleTime());
            }
            for (int turn = 0; turn < LAST_TURNS_MAX && !inbox.isEmpty(); turn++) {
                loop.tick();
            }
        } catch (InterruptedException e) {
            exitStatus = ExitStatus.INTERNAL;
            teller.tell(Level.ERROR, "the thread that decides was interrupted", e);
        } catch (RuntimeException | Error e) {
            exitStatus = ExitStatus.INTERNAL;
            teller.tell(Level.ERROR, "the thread that decides broke; the locks become safe", e);
        } finally {
            bringToSafeState.run();
            ended.countDown();
        }
    }
}
