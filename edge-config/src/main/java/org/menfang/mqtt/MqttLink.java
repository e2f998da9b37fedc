package org.menfang.mqtt;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/// One supervised MQTT 5 connection as a plain pipe. It connects, subscribes, finds out when the
/// broker is silent, and connects again, for as long as it is open.
///
/// It keeps nothing: what is offered while the connection is down is refused at once, and what was
/// on its way when it broke is reported lost. What must arrive has a journal of its own.
public final class MqttLink implements Link {
    static final Duration SUPERVISOR_TURN = Duration.ofMillis(500);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);

    private final LinkOptions options;
    private final LinkListener listener;
    private final LinkClock clock;
    private final ReconnectPace pace;
    private final Thread supervisor;
    private volatile @Nullable LinkSession current;
    private volatile boolean closing;

    private MqttLink(
            LinkOptions options, LinkListener listener, RandomGenerator chance, LinkClock clock) {
        this.options = options;
        this.listener = listener;
        this.clock = clock;
        this.pace = new ReconnectPace(chance);
        this.supervisor =
                Thread.ofPlatform()
                        .daemon()
                        .name("mqtt-link " + options.clientId())
                        .unstarted(this::supervise);
    }

    /// Begins to connect and returns at once.
    ///
    /// @param chance spreads the attempts of many links
    public static MqttLink start(
            LinkOptions options, LinkListener listener, RandomGenerator chance, LinkClock clock) {
        MqttLink link = new MqttLink(options, listener, chance, clock);
        link.supervisor.start();
        return link;
    }

    /// Opens links on the clock of the machine.
    ///
    /// @param chance spreads the attempts of many links
    public static LinkStarter starter(RandomGenerator chance) {
        return (options, listener) -> start(options, listener, chance, LinkClock.SYSTEM);
    }

    @Override
    public boolean offer(OutgoingMessage message, Consumer<Delivery> whenDone) {
        LinkSession session = current;
        return session != null && session.offer(message, whenDone);
    }

    @Override
    public void close() {
        closing = true;
        supervisor.interrupt();
        try {
            supervisor.join(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise() {
        while (!closing) {
            Duration stood = connectOnce();
            try {
                if (!closing) {
                    clock.pause(pace.next(stood));
                }
            } catch (InterruptedException e) {
                // only close() interrupts, and the loop looks at it next
            }
        }
    }

    /// One attempt, and all that comes of it. Answers how long the connection stood.
    private Duration connectOnce() {
        LinkSession session = null;
        try {
            session = new LinkSession(options, listener, clock);
            session.open();
        } catch (MqttException e) {
            String why = LinkSession.describe(e);
            if (session != null) {
                session.retire(why);
            }
            listener.attemptFailed(why);
            return Duration.ZERO;
        }
        long since = clock.nanos();
        current = session;
        session.begin("mqtt-send " + options.clientId());
        String why = watch(session);
        current = null;
        session.retire(why);
        return Duration.ofNanos(clock.nanos() - since);
    }

    private String watch(LinkSession session) {
        while (!closing) {
            try {
                String why = session.awaitEnd(SUPERVISOR_TURN);
                if (why != null) {
                    return why;
                }
                if (silence(session).compareTo(options.limits().silenceMax()) > 0) {
                    return "the broker has been silent for " + silence(session).toSeconds() + " s";
                }
                if (session.isStuck()) {
                    return "the broker did not answer a message";
                }
            } catch (InterruptedException e) {
                // only close() interrupts, and the loop looks at it next
            }
        }
        session.sayGoodbye();
        return "closed";
    }

    private Duration silence(LinkSession session) {
        return Duration.ofNanos(clock.nanos() - session.heardAtNanos());
    }
}
