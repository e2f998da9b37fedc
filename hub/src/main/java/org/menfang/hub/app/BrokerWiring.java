package org.menfang.hub.app;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.menfang.hub.app.HubConfig.Listen;
import org.menfang.hub.broker.BrokerOptions;
import org.menfang.hub.broker.EmbeddedBroker;
import org.menfang.hub.trust.Trust;

/// Starts the broker inside the hub, where there is no other.
final class BrokerWiring {
    /// How long somebody may stay connected whose certificate was taken back.
    private static final Duration LOOK_FOR_REVOKED_EVERY = Duration.ofSeconds(5);

    private BrokerWiring() {}

    /// Where the hub itself reaches its broker.
    ///
    /// @param endings takes what ends it
    static Listen start(
            HubConfig config, DataFolder data, Trust trust, Consumer<RunningHub.Ending> endings)
            throws IOException {
        if (config.externalBroker() != null) {
            return config.externalBroker();
        }
        EmbeddedBroker broker =
                EmbeddedBroker.start(
                        BrokerOptions.of(
                                data.broker(), config.mqtt().address(), config.mqtt().port()),
                        trust);
        endings.accept(broker::close);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread looker =
                Thread.ofPlatform()
                        .name("revoked-certificates")
                        .daemon(true)
                        .start(() -> keepLooking(broker, stopped));
        endings.accept(() -> end(looker, stopped));
        return new Listen(reachable(config.mqtt().address()), broker.port());
    }

    private static void keepLooking(EmbeddedBroker broker, CountDownLatch stopped) {
        try {
            while (!stopped.await(LOOK_FOR_REVOKED_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                broker.dropRevoked();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Thread looker, CountDownLatch stopped) {
        stopped.countDown();
        try {
            looker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String reachable(String address) {
        return address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
    }
}
