package org.menfang.gate.app;

import java.io.PrintWriter;

/// One run of the gate, from its start until it is told to stop.
final class GateRun {
    private GateRun() {}

    /// Runs it and answers with the exit status.
    static int of(Wiring.Request request, PrintWriter err) throws InterruptedException {
        StopSignal signal = StopSignal.hear();
        try {
            return signal.untilTheEnd(new Wiring(request, err::println).start());
        } catch (Refusal refusal) {
            err.println("menfang gate: " + refusal.getMessage());
            return refusal.exitStatus();
        } finally {
            signal.forget();
        }
    }
}
