package org.menfang.hub.app;

import java.io.IOException;
import java.util.function.Consumer;
import org.menfang.hub.app.HubConfig.Listen;
import org.menfang.hub.home.HomeBridge;
import org.menfang.hub.loop.HubLoop;
import org.menfang.hub.trust.Trust;
import org.menfang.mqtt.LinkOptions;

/// Shows the hub to Home Assistant, where the configuration wants it.
final class HomeWiring {
    private HomeWiring() {}

    /// @param endings takes what ends it
    static void start(
            HubConfig config,
            HubLoop loop,
            Trust trust,
            Listen broker,
            Consumer<RunningHub.Ending> endings)
            throws IOException {
        Language language = config.homeAssistant();
        if (language == null) {
            return;
        }
        HomeBridge bridge =
                new HomeBridge(
                        loop.desk()::board,
                        loop::isReady,
                        language.locale(),
                        Version.current(),
                        config.telling().compoundName());
        bridge.start(
                LinkOptions.of(broker.address(), broker.port(), trust.homeContext(), Trust.HOME));
        endings.accept(bridge::close);
    }
}
