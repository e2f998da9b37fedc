package org.menfang.hub.home;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Board;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.Link;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.LinkStarter;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.mqtt.Will;

/// Keeps at the broker what Home Assistant sees.
///
/// Once a second a thread of its own looks at the board and says what has changed, over a link of
/// its own: neither the loop of the hub nor a message to a gate ever waits for it. What changes and
/// changes back within a second is not seen.
public final class HomeBridge implements LinkListener, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HomeBridge.class.getName());

    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration WILL_DELAY = Duration.ofSeconds(5);
    private static final Duration GOODBYE_WAIT = Duration.ofSeconds(2);

    private final Supplier<Board> board;
    private final BooleanSupplier there;
    private final HomeView view;
    private final HomeShelf shelf = new HomeShelf();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Link link;
    private boolean up;
    private boolean settling;
    private long picturedVersion;
    private HomePicture picture = new HomePicture();
    private int leftOut;
    private boolean saidDown;
    private boolean saidRefused;

    /// @param there whether the hub does its work, so that its board can be believed
    /// @param version of the hub
    /// @param compoundName what people call the compound; may be empty
    public HomeBridge(
            Supplier<Board> board,
            BooleanSupplier there,
            Locale language,
            String version,
            String compoundName) {
        this.board = board;
        this.there = there;
        this.view = new HomeView(new HomeWords(language), version, compoundName);
    }

    /// Begins to connect, and to look at the board every second.
    ///
    /// @param broker where it is, and who we are there
    public void start(LinkOptions broker) {
        start(MqttLink.starter(RandomGenerator.getDefault()), broker);
        Thread.ofPlatform().daemon().name("home-assistant").start(this::keepLooking);
    }

    /// The same over links of any kind; whoever starts it so calls {@link #turn()}.
    public void start(LinkStarter links, LinkOptions broker) {
        Will will = new Will(message(HomeTopics.HUB, HomePicture.OFFLINE), WILL_DELAY);
        link = links.start(broker.subscribing(HomeTopics.EVERY_DOCUMENT).withWill(will), this);
    }

    private void keepLooking() {
        try {
            while (!stopped.await(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks at the board and says what has changed. It never waits.
    public void turn() {
        Link now = link;
        if (now == null || !isSettled()) {
            return;
        }
        Board newest = board.get();
        if (newest.version() < 1) {
            // The hub has only just begun: that there is no gate means nothing yet.
            return;
        }
        if (newest.version() != picturedVersion) {
            picturedVersion = newest.version();
            picture = view.of(newest);
            sayLeftOut(picture.leftOut());
        }
        for (HomeShelf.Sending sending : due(picture, there.getAsBoolean())) {
            if (!now.offer(
                    message(sending.topic(), sending.payload()),
                    delivery -> done(sending, delivery))) {
                done(sending, new Delivery.Lost("the link is down or full"));
            }
        }
    }

    /// What the broker has kept comes at once after a connection; a turn is left for that.
    private synchronized boolean isSettled() {
        boolean settled = up && !settling;
        settling = false;
        return settled;
    }

    private synchronized List<HomeShelf.Sending> due(HomePicture picture, boolean hubIsThere) {
        return up ? shelf.due(picture, hubIsThere) : List.of();
    }

    private synchronized void done(HomeShelf.Sending sending, Delivery delivery) {
        switch (delivery) {
            case Delivery.Delivered() -> shelf.delivered(sending);
            case Delivery.Lost _ -> shelf.lost(sending);
            case Delivery.Refused(int reasonCode) -> {
                shelf.refused(sending);
                sayRefused(sending.topic(), reasonCode);
            }
        }
    }

    /// A broker that refuses one topic refuses all; the first is said, once a connection.
    private void sayRefused(String topic, int reasonCode) {
        if (!saidRefused) {
            saidRefused = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the broker refuses what Home Assistant is to see, such as {0}: reason {1}",
                    topic,
                    reasonCode);
        }
    }

    private void sayLeftOut(int things) {
        if (things != leftOut) {
            leftOut = things;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Home Assistant is shown {0} devices and no more; {1} are left out",
                    HomeView.THINGS_MAX,
                    things);
        }
    }

    private static OutgoingMessage message(String topic, String payload) {
        return OutgoingMessage.to(topic, payload.getBytes(StandardCharsets.UTF_8))
                .retained()
                .build();
    }

    @Override
    public synchronized void linkUp() {
        shelf.forget();
        up = true;
        settling = true;
        saidDown = false;
        saidRefused = false;
    }

    @Override
    public synchronized void linkLost(String why) {
        up = false;
        LOG.log(System.Logger.Level.WARNING, "the link of Home Assistant is lost: {0}", why);
    }

    @Override
    public synchronized void attemptFailed(String why) {
        if (!saidDown) {
            saidDown = true;
            LOG.log(System.Logger.Level.WARNING, "no link for Home Assistant: {0}", why);
        }
    }

    @Override
    public void messageArrived(IncomingMessage message) {
        synchronized (this) {
            shelf.heard(message.topic(), new String(message.payload(), StandardCharsets.UTF_8));
        }
        message.acknowledge();
    }

    @Override
    public void messagePoisoned(IncomingMessage message, RuntimeException why) {
        LOG.log(System.Logger.Level.ERROR, "a message to " + message.topic() + " was lost", why);
    }

    /// Says that the hub is away, and leaves the broker.
    @Override
    public void close() {
        stopped.countDown();
        Link now = link;
        if (now == null) {
            return;
        }
        CountDownLatch said = new CountDownLatch(1);
        if (now.offer(message(HomeTopics.HUB, HomePicture.OFFLINE), _ -> said.countDown())) {
            awaitGoodbye(said);
        }
        now.close();
    }

    private static void awaitGoodbye(CountDownLatch said) {
        try {
            if (!said.await(GOODBYE_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "Home Assistant was not told of the stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
