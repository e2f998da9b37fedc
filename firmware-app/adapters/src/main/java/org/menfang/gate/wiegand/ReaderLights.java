package org.menfang.gate.wiegand;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.GpioChip.OutputLine;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.site.Site;
import org.menfang.vocabulary.ReaderId;

/// The lights and the buzzer of one reader. Whoever lets it show something does not wait for it.
final class ReaderLights {
    /// Most feedbacks that wait to be shown. Of more, the oldest are never seen.
    static final int WAITING_FEEDBACKS_MAX = 16;

    private final Map<PointRole, Output> outputs = new EnumMap<>(PointRole.class);
    private final Set<PointRole> broken = EnumSet.noneOf(PointRole.class);
    private final BlockingQueue<ReaderFeedback> waiting =
            new ArrayBlockingQueue<>(WAITING_FEEDBACKS_MAX);
    private final ShowPlayer player = new ShowPlayer();
    private final Later later;
    private final ReaderTrouble trouble;
    private long round;

    private record Output(OutputLine line, boolean activeLow) {
        boolean isOn() {
            return line.isHigh() != activeLow;
        }

        void turn(boolean on) {
            line.drive(on != activeLow);
        }
    }

    /// Takes the lines of those points that the reader has; nothing is on from the first moment.
    ReaderLights(
            Site site,
            ReaderId reader,
            Function<String, GpioChip> chips,
            Later later,
            ReaderTrouble trouble) {
        this.later = later;
        this.trouble = trouble;
        for (PointRole role : new PointRole[] {PointRole.GREEN, PointRole.RED, PointRole.BUZZER}) {
            site.pin(PointName.of(reader, role)).ifPresent(pin -> take(role, pin, chips));
        }
    }

    private void take(PointRole role, PinPlan pin, Function<String, GpioChip> chips) {
        OutputLine line = chips.apply(pin.chip()).output(pin.line(), pin.activeLow());
        outputs.put(role, new Output(line, pin.activeLow()));
    }

    void show(ReaderFeedback feedback) {
        if (outputs.isEmpty()) {
            return;
        }
        while (!waiting.offer(feedback)) {
            waiting.poll();
        }
        later.after(Duration.ZERO, this::playWaiting);
    }

    private synchronized void playWaiting() {
        ReaderFeedback next = waiting.poll();
        while (next != null) {
            player.play(next, later.nanos());
            next = waiting.poll();
        }
        round++;
        turn(round);
    }

    /// Only what began last goes on; rounds of before end here.
    private synchronized void turn(long begun) {
        if (begun != round) {
            return;
        }
        long now = later.nanos();
        drive(player.at(now));
        player.changesAt(now)
                .ifPresent(at -> later.after(Duration.ofNanos(at - now), () -> turn(begun)));
    }

    private void drive(Signal signal) {
        turn(PointRole.GREEN, signal.green());
        turn(PointRole.RED, signal.red());
        turn(PointRole.BUZZER, signal.sounds());
    }

    /// A line that could not be driven is tried again each time: nobody knows how it stands.
    private void turn(PointRole role, boolean on) {
        Output output = outputs.get(role);
        if (output == null || (output.isOn() == on && !broken.contains(role))) {
            return;
        }
        try {
            output.turn(on);
            if (broken.remove(role) && broken.isEmpty()) {
                trouble.ends(ReaderTrouble.Part.LIGHTS);
            }
        } catch (UncheckedIOException e) {
            broken.add(role);
            trouble.begins(ReaderTrouble.Part.LIGHTS, "its lights cannot be switched: " + why(e));
        }
    }

    private static String why(UncheckedIOException e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }

    /// Everything off; nothing is shown any more.
    synchronized void dark() {
        round++;
        drive(Signal.NONE);
    }
}
