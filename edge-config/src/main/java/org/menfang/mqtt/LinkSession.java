package org.menfang.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/// One connection, from the attempt to its end, with a client object and a socket of its own.
///
/// Everything that the client library could block in happens on the supervisor's thread before the
/// session is up, and on the session's own sender thread afterwards; both are freed by cutting the
/// socket.
final class LinkSession {
    private static final System.Logger LOG = System.getLogger(LinkSession.class.getName());

    private static final int REFUSALS_FROM = 0x80;
    private static final int CONNECTION_LOST = 32_109;
    private static final int PACKET_TOO_LARGE = 0x95;
    private static final int RECEIVE_MAXIMUM_UNSAID = 65_535;
    private static final Duration GOODBYE_WAIT = Duration.ofSeconds(4);
    private static final Duration SENDER_TURN = Duration.ofSeconds(1);

    private final LinkOptions options;
    private final LinkListener listener;
    private final LinkSocket socket;
    private final MqttAsyncClient client;
    private final Outgoing outgoing;
    private final Flights flights;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final Deque<IncomingMessage> early = new ArrayDeque<>();
    private final LinkClock clock;
    private volatile Room room;
    private volatile long packetBytesMax;
    private boolean up;
    private boolean over;

    LinkSession(LinkOptions options, LinkListener listener, LinkClock clock) throws MqttException {
        this.options = options;
        this.listener = listener;
        this.clock = clock;
        this.socket = new LinkSocket(options.tls(), options.limits().connectWait(), clock);
        this.room = new Room(options.limits(), socket, 0);
        this.outgoing = new Outgoing(options.limits().outgoingMessagesMax());
        this.flights = new Flights(options.limits().answerWait());
        this.client =
                new MqttAsyncClient(
                        "tcp://" + bracketed(options.host()) + ":" + options.port(),
                        options.clientId(),
                        new MemoryPersistence());
        client.setManualAcks(true);
        client.setCallback(new Arrivals());
    }

    /// Connects and subscribes.
    ///
    /// @throws MqttException if the broker refuses, or does not answer in time
    void open() throws MqttException {
        Duration silenceMax = options.limits().connectWait();
        Answer connected = new Answer();
        client.connect(Packets.connect(options, new LinkSockets(socket)), null, connected);
        IMqttToken welcome = connected.await(socket, clock, silenceMax);
        room = new Room(options.limits(), socket, inFlightMax(welcome));
        packetBytesMax = packetBytesMax(welcome);
        if (!options.subscriptions().isEmpty()) {
            Answer subscribed = new Answer();
            client.subscribe(
                    Packets.subscriptions(options.subscriptions()),
                    null,
                    subscribed,
                    new MqttProperties());
            checkGranted(subscribed.await(socket, clock, silenceMax));
        }
        if (end.isDone()) {
            throw new MqttException(CONNECTION_LOST);
        }
    }

    /// Tells the listener, and begins to send.
    void begin(String threadName) {
        synchronized (this) {
            up = true;
            listener.linkUp();
            for (IncomingMessage message : early) {
                hand(message);
            }
            early.clear();
        }
        Thread.ofPlatform().daemon().name(threadName).start(this::send);
    }

    boolean offer(OutgoingMessage message, Consumer<Delivery> whenDone) {
        return outgoing.offer(message, whenDone);
    }

    /// When the broker last sent anything.
    long heardAtNanos() {
        return socket.heardAtNanos();
    }

    /// Whether the broker forgot a message of ours.
    boolean isStuck() {
        return flights.isStuck(clock.nanos(), socket.heardBytes());
    }

    /// Why the connection ended, or null if it did not end within the time.
    @Nullable String awaitEnd(Duration wait) throws InterruptedException {
        try {
            return end.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody ends a session with an exception", e);
        }
    }

    /// Cuts the connection.
    void cut(String why) {
        end.complete(why);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a plain socket does no I/O", e);
        }
    }

    /// Lets what is on its way arrive, within bounds, and leaves the broker politely, so that it
    /// does not send our will.
    void sayGoodbye() {
        awaitQuiet();
        try {
            client.disconnect(0).waitForCompletion(GOODBYE_WAIT.toMillis());
        } catch (MqttException e) {
            LOG.log(System.Logger.Level.DEBUG, "no goodbye: the link is gone already", e);
        }
    }

    /// Frees everything that belongs to this connection; the listener hears nothing more of it.
    void retire(String why) {
        cut(why);
        synchronized (this) {
            over = true;
            early.clear();
            if (up) {
                listener.linkLost(why);
            }
        }
        outgoing.close(why);
        flights.landAll(new Delivery.Lost(why));
        closeClient();
    }

    private void awaitQuiet() {
        long deadline = System.nanoTime() + GOODBYE_WAIT.toNanos();
        try {
            if (!outgoing.awaitEmpty(GOODBYE_WAIT)) {
                return;
            }
            flights.awaitNone(Duration.ofNanos(deadline - System.nanoTime()));
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "somebody is in a hurry", e);
        }
    }

    private void closeClient() {
        try {
            client.disconnectForcibly(0, 1, false);
        } catch (MqttException e) {
            LOG.log(System.Logger.Level.DEBUG, "was not connected any more", e);
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.log(System.Logger.Level.DEBUG, "closes when its last thread ends", e);
        }
    }

    private int inFlightMax(IMqttToken connected) {
        MqttProperties properties = connected.getResponseProperties();
        Integer said = properties == null ? null : properties.getReceiveMaximum();
        int serverMax = said == null ? RECEIVE_MAXIMUM_UNSAID : said;
        return Math.max(1, Math.min(serverMax - 1, options.limits().inFlightMessagesMax()));
    }

    /// The client library does not look at what the broker said, and the broker ends the connection
    /// of whoever sends more.
    private long packetBytesMax(IMqttToken connected) {
        MqttProperties properties = connected.getResponseProperties();
        Long said = properties == null ? null : properties.getMaximumPacketSize();
        long own = options.limits().sentPacketBytesMax();
        return said == null ? own : Math.min(own, said);
    }

    private static void checkGranted(IMqttToken subscribed) throws MqttException {
        for (int code : subscribed.getReasonCodes()) {
            if (code >= REFUSALS_FROM) {
                throw new MqttException(code);
            }
        }
    }

    private void send() {
        try {
            while (!end.isDone()) {
                switch (outgoing.take(SENDER_TURN)) {
                    case Outgoing.AcknowledgementOf(int packetId) ->
                            client.messageArrivedComplete(packetId, 1);
                    case Outgoing.Waiting waiting -> publish(waiting);
                    case null -> {
                        // nothing to send for a while
                    }
                }
            }
        } catch (MqttException e) {
            cut("could not send: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut("the sender was interrupted");
        }
    }

    private void publish(Outgoing.Waiting waiting) throws InterruptedException, MqttException {
        OutgoingMessage message = waiting.message();
        long bytes = message.packetBytesAtMost();
        if (bytes > packetBytesMax) {
            waiting.whenDone().accept(new Delivery.Refused(PACKET_TOO_LARGE));
            return;
        }
        Room.Place place = place(waiting, bytes);
        if (place == null) {
            cut("the broker answers no message");
            waiting.whenDone().accept(new Delivery.Lost("no room for it"));
            return;
        }
        Flights.Flight flight =
                flights.begin(
                        clock.nanos(),
                        bytes,
                        delivery -> {
                            place.leave();
                            waiting.whenDone().accept(delivery);
                        });
        if (end.isDone()) {
            flight.land(new Delivery.Lost("the link broke"));
            return;
        }
        try {
            client.publish(message.topic(), Packets.publish(message), null, new Landing(flight));
        } catch (MqttException e) {
            flight.land(new Delivery.Lost(e.toString()));
            throw e;
        }
    }

    private Room.@Nullable Place place(Outgoing.Waiting waiting, long bytes)
            throws InterruptedException {
        try {
            return room.take(bytes);
        } catch (InterruptedException e) {
            waiting.whenDone().accept(new Delivery.Lost("the sender was interrupted"));
            throw e;
        }
    }

    private synchronized void arrive(IncomingMessage message) {
        if (over) {
            return;
        }
        if (up) {
            hand(message);
        } else {
            early.add(message);
        }
    }

    private void hand(IncomingMessage message) {
        try {
            listener.messageArrived(message);
        } catch (RuntimeException e) {
            message.acknowledge();
            listener.messagePoisoned(message, e);
        }
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /// What the client library says of a message on its way.
    private record Landing(Flights.Flight flight) implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            flight.land(deliveryOf(token.getReasonCodes()));
        }

        @Override
        public void onFailure(IMqttToken token, Throwable why) {
            flight.land(new Delivery.Lost(String.valueOf(why)));
        }

        private static Delivery deliveryOf(int @Nullable [] reasonCodes) {
            if (reasonCodes != null) {
                for (int code : reasonCodes) {
                    if (code >= REFUSALS_FROM) {
                        return new Delivery.Refused(code);
                    }
                }
            }
            return new Delivery.Delivered();
        }
    }

    /// What the client library tells us.
    private final class Arrivals implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage packet) {
            int packetId = packet.getId();
            boolean wantsAnswer = packet.getQos() > 0;
            arrive(
                    Packets.incoming(
                            topic,
                            packet,
                            () -> {
                                if (wantsAnswer) {
                                    outgoing.acknowledge(packetId);
                                }
                            }));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            cut(why(response));
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            cut("the broker broke the protocol: " + exception);
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // each message has its own listener
        }

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {
            // the supervisor waits for it
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            cut("the broker asks for an authentication that we do not have");
        }

        private static String why(MqttDisconnectResponse response) {
            List<String> parts = new ArrayList<>();
            if (response.getReturnCode() != 0) {
                parts.add("the broker ended it, reason code " + response.getReturnCode());
            }
            MqttException exception = response.getException();
            if (exception != null) {
                parts.add(describe(exception));
            }
            return parts.isEmpty() ? "the broker ended it" : String.join("; ", parts);
        }
    }

    /// An exception of the client library, with its cause.
    static String describe(MqttException exception) {
        Throwable cause = exception.getCause();
        String own = "reason code " + exception.getReasonCode() + ", " + exception.getMessage();
        return cause == null ? own : own + ": " + cause;
    }
}
