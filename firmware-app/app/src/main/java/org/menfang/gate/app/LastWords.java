package org.menfang.gate.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.menfang.gate.watch.Vitals;

/// The end of a gate of which a part is wedged: says who, brings the locks to their safe state, and
/// ends the process at once, so that whoever supervises it starts it again. Nothing in it may keep
/// the process from ending, since what hangs may hang here as well.
final class LastWords {
    private static final Logger LOG = System.getLogger(LastWords.class.getName());

    /// How long saying it and bringing the locks to their safe state may take.
    private static final Duration WAIT = Duration.ofSeconds(3);

    private static final int FRAMES_MAX = 6;
    private static final List<String> THREADS = List.of(GateThread.NAME, "journal");

    private final Runnable bringToSafeState;
    private final IntConsumer end;

    /// @param end ends the process with a status
    LastWords(Runnable bringToSafeState, IntConsumer end) {
        this.bringToSafeState = bringToSafeState;
        this.end = end;
    }

    void wedged(List<Vitals.Silent> silent) {
        Thread speaking = Thread.ofPlatform().daemon().name("last-words").start(() -> say(silent));
        Thread securing = Thread.ofPlatform().daemon().name("last-acts").start(bringToSafeState);
        try {
            securing.join(WAIT);
            speaking.join(WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.accept(ExitStatus.INTERNAL);
    }

    private static void say(List<Vitals.Silent> silent) {
        String who =
                silent.stream()
                        .map(each ->
                                each.vital() + " silent for " + each.since().toSeconds() + " s")
                        .collect(Collectors.joining(", "));
        LOG.log(Level.ERROR, "the gate is wedged and starts again: " + who);
        Thread.getAllStackTraces().forEach(LastWords::sayWhere);
    }

    /// Where a thread stands that matters.
    private static void sayWhere(Thread thread, StackTraceElement[] frames) {
        if (THREADS.contains(thread.getName())) {
            String where =
                    Arrays.stream(frames)
                            .filter(frame -> !frame.getClassName().startsWith("java"))
                            .limit(FRAMES_MAX)
                            .map(StackTraceElement::toString)
                            .collect(Collectors.joining(" < "));
            LOG.log(Level.ERROR, "thread " + thread.getName() + " at " + where);
        }
    }
}
