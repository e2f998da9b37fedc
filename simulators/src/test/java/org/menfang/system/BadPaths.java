package org.menfang.system;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkLimits;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.sim.proxy.FaultMode;
import org.menfang.vocabulary.EventStream;

/// What happens to one gate while its path is bad.
final class BadPaths {
    /// 256 kbit/s.
    static final int NARROW = 256_000 / Byte.SIZE;

    private static final int EVENTS = 60;
    private static final int DRAINED_EVENTS = 1_000;
    private static final Duration LAZY_SILENCE = Duration.ofSeconds(60);
    private static final long LAZY_WAIT_SECONDS = 21;

    private BadPaths() {}

    /// What a gate went through.
    ///
    /// @param found how long after the fault began the gate knew that its link was lost; zero if it
    ///   was not
    /// @param works how long after the path worked again the hub held something new
    /// @param losses why the link was lost, each time
    record Survival(Duration found, Duration works, List<String> losses) {}

    /// @param spent from the beginning until the hub held all that had waited
    /// @param eventsHeldBeforeAlarms when the alarms that had waited were all there
    /// @param eventsWaitingAtNewAlarm when one more alarm was raised
    /// @param eventsHeldDuringNewAlarm how many events came before that one
    /// @param bytesPerSecond what the line carried
    record Drain(
            Duration spent,
            long eventsHeldBeforeAlarms,
            long eventsWaitingAtNewAlarm,
            long eventsHeldDuringNewAlarm,
            double bytesPerSecond) {}

    /// For something that happens elsewhere.
    @FunctionalInterface
    interface Waiting {
        void await() throws Exception;
    }

    /// All goes on, slowly.
    static Survival endureSlow(ProxiedGate gate, FaultMode mode)
            throws IOException, InterruptedException {
        settle(gate);
        gate.suffer(mode);
        gate.alarm();
        gate.live(EVENTS);
        gate.watch().awaitAllHeld();
        return recover(gate, Duration.ZERO);
    }

    /// The session dies, and the gate lives on alone until the path works again.
    ///
    /// @param last is waited for before it does
    static Survival endureDeadly(ProxiedGate gate, FaultMode mode, Waiting last) throws Exception {
        settle(gate);
        long begun = gate.suffer(mode);
        gate.alarm();
        gate.live(EVENTS);
        long lost = gate.watch().awaitLossAfter(0);
        gate.live(EVENTS);
        last.await();
        return recover(gate, Duration.ofNanos(lost - begun));
    }

    /// Somebody put a copy of the gate's card into a second box: both are the same to the broker,
    /// which lets the one that came last throw the other out.
    static Survival endureTwin(ProxiedGate gate) throws IOException, InterruptedException {
        settle(gate);
        Heard heard = new Heard();
        try (MqttLink _ = link(gate, LinkLimits.USUAL, heard)) {
            heard.await("up");
            gate.live(EVENTS);
            gate.watch().awaitLossAfter(0);
            gate.alarm();
            heard.await("lost");
            gate.live(EVENTS);
            gate.watch().awaitLossAfter(1);
        }
        return recover(gate, Duration.ZERO);
    }

    /// A gate that was away for long comes back over a narrow line.
    static Drain drain(ProxiedGate gate) throws IOException, InterruptedException {
        LinkWatch watch = gate.watch();
        for (int i = 0; i < 4; i++) {
            gate.live(DRAINED_EVENTS / 4);
            gate.alarm();
        }
        long events = watch.committed(EventStream.EVENTS);
        long alarms = watch.committed(EventStream.ALARMS);
        long begun = gate.suffer(new FaultMode.Throttle(NARROW));
        gate.connect();
        watch.awaitHeld(EventStream.ALARMS, alarms);
        long before = watch.held(EventStream.EVENTS);
        watch.awaitHeld(EventStream.EVENTS, events / 2);
        long half = watch.held(EventStream.EVENTS);
        watch.awaitHeld(EventStream.ALARMS, gate.alarm());
        long during = watch.held(EventStream.EVENTS) - half;
        watch.awaitHeld(EventStream.EVENTS, events);
        Duration spent = Duration.ofNanos(System.nanoTime() - begun);
        double seconds = spent.toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
        double rate = gate.path().counts().bytesToServer() / seconds;
        return new Drain(spent, before, events - half, during, rate);
    }

    /// A link that waits a minute for a word of the broker; how long it believed in a silent path,
    /// as far as anybody looked.
    static Duration awaitLazyLink(ProxiedGate gate) throws IOException, InterruptedException {
        Heard heard = new Heard();
        LinkLimits lazy = LinkLimits.USUAL.keepAlive(LAZY_SILENCE.dividedBy(2), LAZY_SILENCE);
        try (MqttLink _ = link(gate, lazy, heard)) {
            heard.await("up");
            long begun = gate.suffer(new FaultMode.HalfOpen());
            heard.changes.poll(LAZY_WAIT_SECONDS, TimeUnit.SECONDS);
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    /// What differs between what a gate wrote and what the hub holds; nothing if the hub holds the
    /// beginning of it, or all of it.
    static String compare(List<String> written, List<String> held) {
        for (int i = 0; i < held.size(); i++) {
            if (i >= written.size() || !held.get(i).equals(written.get(i))) {
                return "number " + (i + 1) + " at the hub is " + held.get(i);
            }
        }
        return "";
    }

    private static void settle(ProxiedGate gate) throws InterruptedException {
        gate.connect();
        gate.watch().awaitUp();
        gate.live(EVENTS);
        gate.watch().awaitAllHeld();
    }

    private static Survival recover(ProxiedGate gate, Duration found)
            throws IOException, InterruptedException {
        List<String> losses = gate.watch().losses();
        long works = gate.suffer(new FaultMode.Pass());
        gate.alarm();
        gate.live(1);
        gate.watch().awaitAllHeld();
        return new Survival(found, Duration.ofNanos(System.nanoTime() - works), losses);
    }

    /// Another link under the name of the gate, over the same path.
    private static MqttLink link(ProxiedGate gate, LinkLimits limits, Heard heard) {
        return MqttLink.start(
                LinkOptions.of(
                                "localhost",
                                gate.path().port(),
                                gate.keys().context(),
                                gate.identity().toString())
                        .subscribing(gate.identity().topics().command())
                        .within(limits),
                heard,
                RandomGenerator.getDefault(),
                LinkClock.SYSTEM);
    }

    /// Keeps what a link says of itself.
    private static final class Heard implements LinkListener {
        private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();

        void await(String wanted) throws InterruptedException {
            String change = changes.take();
            while (!change.equals(wanted)) {
                change = changes.take();
            }
        }

        @Override
        public void linkUp() {
            changes.add("up");
        }

        @Override
        public void linkLost(String why) {
            changes.add("lost");
        }

        @Override
        public void attemptFailed(String why) {
            changes.add("failed");
        }

        @Override
        public void messageArrived(IncomingMessage message) {
            message.acknowledge();
        }

        @Override
        public void messagePoisoned(IncomingMessage message, RuntimeException why) {
            changes.add("poisoned");
        }
    }
}
