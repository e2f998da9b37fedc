package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.sim.demo.DemoFolder;
import org.menfang.sim.demo.Program;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.Topics;
import org.menfang.wire.json.EventJson;

/// What the broker alone can take: the messages of a gate, sent again from its journal, over the
/// same link and under the same certificate, to a subscriber that does nothing.
final class BareBroker {
    private static final int HEAP_MEGABYTES = 320;
    private static final Duration ANSWER_WAIT_MAX = Duration.ofMinutes(5);
    private static final long READ_WAIT_SECONDS_MAX = 30;

    private final Stage stage;
    private final GateMeetsHub both;
    private final PrintStream err;

    BareBroker(Stage stage, GateMeetsHub both, PrintStream err) {
        this.stage = stage;
        this.both = both;
        this.err = err;
    }

    /// How many events a second arrive, of those from one number to another.
    ///
    /// @param warmUpEvents so many of them are sent before, once more
    double perSecond(long fromSeq, long toSeq, long warmUpEvents)
            throws IOException, InterruptedException {
        long warmUpTo = Math.min(toSeq, fromSeq + warmUpEvents);
        measure("warm-up", messages(fromSeq, warmUpTo));
        List<byte[]> messages = messages(fromSeq, toSeq);
        return IngestBench.rate(toSeq - fromSeq + 1, measure("measure", messages));
    }

    private long measure(String name, List<byte[]> messages)
            throws IOException, InterruptedException {
        GateIdentity gate = LateLink.identity(both.setUp().site());
        Path portFile = stage.root().resolve("broker-" + name + ".port");
        Process subscriber = startSubscriber(name, portFile, gate, messages.size());
        try {
            Stage.await("the broker", () -> Files.isReadable(portFile));
            return send(gate, Integer.parseInt(Files.readString(portFile)), messages);
        } finally {
            Program.stop(subscriber);
        }
    }

    private Process startSubscriber(String name, Path portFile, GateIdentity gate, int messages)
            throws IOException {
        DemoFolder folder = both.setUp().folder();
        Program program =
                new Program(
                        "broker",
                        IdleSubscriber.class.getName(),
                        HEAP_MEGABYTES,
                        folder.hub().resolve("tmp"),
                        folder.logs().resolve("broker.log"));
        return stage.start(
                program,
                List.of(),
                List.of(
                        folder.hub().resolve("trust").toString(),
                        stage.root().resolve("broker-" + name).toString(),
                        portFile.toString(),
                        gate.toString(),
                        Integer.toString(messages)));
    }

    /// How long it took until the last one had arrived, in nanoseconds.
    private long send(GateIdentity gate, int port, List<byte[]> messages)
            throws IOException, InterruptedException {
        Sender sender = new Sender();
        LinkOptions options =
                LinkOptions.of("localhost", port, both.keys().context(), gate.toString())
                        .subscribing(gate.topics().acknowledgement());
        try (MqttLink link =
                MqttLink.start(options, sender, RandomGenerator.getDefault(), LinkClock.SYSTEM)) {
            sender.await(sender.up);
            Progress progress = new Progress(err, "messages", messages.size());
            long begun = System.nanoTime();
            for (int i = 0; i < messages.size(); i++) {
                sender.send(link, gate.topics(), messages.get(i));
                progress.at(i);
            }
            sender.await(sender.done);
            return System.nanoTime() - begun;
        }
    }

    private List<byte[]> messages(long fromSeq, long toSeq)
            throws IOException, InterruptedException {
        List<byte[]> messages = new ArrayList<>();
        for (long from = fromSeq; from <= toSeq; from += EventJson.BATCH_EVENTS_MAX) {
            long to = Math.min(toSeq, from + EventJson.BATCH_EVENTS_MAX - 1);
            BlockingQueue<List<String>> read = new LinkedBlockingQueue<>();
            both.gate().events().read(EventStream.EVENTS, from, to, read::add);
            List<String> texts = read.poll(READ_WAIT_SECONDS_MAX, TimeUnit.SECONDS);
            if (texts == null || texts.size() != to - from + 1) {
                throw new IOException("the journal does not give back its events from " + from);
            }
            messages.add(EventJson.batch(texts));
        }
        return messages;
    }

    /// The gate's end of the pipe.
    private static final class Sender implements LinkListener {
        /// As many as a gate has on their way: its window of events in full messages.
        private static final int ON_THEIR_WAY_MAX = 10;

        private final CountDownLatch up = new CountDownLatch(1);
        private final CountDownLatch done = new CountDownLatch(1);
        private final Semaphore room = new Semaphore(ON_THEIR_WAY_MAX);
        private volatile String fault = "";

        void send(MqttLink link, Topics topics, byte[] payload)
                throws IOException, InterruptedException {
            if (!room.tryAcquire(ANSWER_WAIT_MAX.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the broker does not answer");
            }
            boolean taken =
                    link.offer(
                            OutgoingMessage.to(topics.stream(EventStream.EVENTS), payload)
                                    .contentType("application/cloudevents-batch+json")
                                    .build(),
                            this::delivered);
            if (!taken || !fault.isEmpty()) {
                throw new IOException("the link broke: " + fault);
            }
        }

        private void delivered(Delivery delivery) {
            if (!(delivery instanceof Delivery.Delivered)) {
                fault = delivery.toString();
            }
            room.release();
        }

        void await(CountDownLatch what) throws IOException, InterruptedException {
            if (!what.await(ANSWER_WAIT_MAX.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("waited in vain for the broker: " + fault);
            }
        }

        @Override
        public void linkUp() {
            up.countDown();
        }

        @Override
        public void messageArrived(IncomingMessage message) {
            message.acknowledge();
            done.countDown();
        }

        @Override
        public void linkLost(String why) {
            fault = why;
        }

        @Override
        public void attemptFailed(String why) {
            fault = why;
        }

        @Override
        public void messagePoisoned(IncomingMessage message, RuntimeException why) {
            fault = why.toString();
        }
    }
}
