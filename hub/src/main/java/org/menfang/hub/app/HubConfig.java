package org.menfang.hub.app;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.keep.BackupPlan;
import org.menfang.hub.keep.Retention;

/// How a hub is set up.
///
/// @param names names and addresses under which gates reach this hub
/// @param externalBroker none for the broker inside the hub
/// @param silentGateAfter how long a gate may give no sign
/// @param zone in which people read times
/// @param telling what stands in messages, and how text messages leave
/// @param backup none where the hub makes no backups by itself
/// @param boardTls how the pages are encrypted; only on loopback not at all
/// @param homeAssistant in which language Home Assistant is shown things; none where it is shown
///   nothing
record HubConfig(
        Listen board,
        Listen mqtt,
        Listen devices,
        List<String> names,
        @Nullable Listen externalBroker,
        Duration silentGateAfter,
        ZoneId zone,
        Telling telling,
        Retention retention,
        @Nullable BackupPlan backup,
        BoardTls boardTls,
        @Nullable Language homeAssistant) {
    static final HubConfig DEFAULT =
            new HubConfig(
                    new Listen("127.0.0.1", 8080),
                    new Listen("0.0.0.0", 8883),
                    new Listen("0.0.0.0", 8443),
                    List.of("localhost", "127.0.0.1"),
                    null,
                    Duration.ofMinutes(2),
                    ZoneId.of("Asia/Shanghai"),
                    new Telling("", null, "/usr/bin/gammu-smsd-inject"),
                    Retention.DEFAULT,
                    null,
                    new BoardTls.None(),
                    null);

    HubConfig {
        names = List.copyOf(names);
    }

    /// An address and a port; 0 for any free one.
    record Listen(String address, int port) {
        /// Whether only the machine itself comes there.
        boolean isLoopback() {
            return address.equals("localhost")
                    || address.equals("::1")
                    || address.matches("127(\\.[0-9]{1,3}){3}");
        }
    }

    /// How people are told of things.
    ///
    /// @param compoundName what people call the compound; empty for nothing
    /// @param link where people reach the board; none if they cannot from outside
    /// @param smsProgram the program that works the modem
    record Telling(String compoundName, @Nullable String link, String smsProgram) {}
}
