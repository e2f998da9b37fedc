package org.menfang.hub.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.menfang.hub.home.HomeTopics;
import org.menfang.hub.trust.Trust;
import org.menfang.hub.trust.TrustFiles;
import org.menfang.hub.trust.Viewers;
import org.menfang.tls.PrivateFiles;
import org.menfang.wire.Protocol;

/// Writes the files with which Debian's mosquitto (2.0 and up) keeps the same rules as the broker
/// inside the hub.
///
/// Two differences are mosquitto's own. It gives a client the id that its certificate names,
/// whatever the client says, instead of refusing it. And its patterns cannot name the compound
/// alone, so that every gate may hear whether the hub of another compound is there.
public final class MosquittoFiles {
    public static final String CONFIGURATION = "mosquitto.conf";
    static final String RULES = "mosquitto.acl";

    /// Beyond it mosquitto drops what a subscriber is too slow for; gates send it again.
    private static final int QUEUED_MESSAGES_MAX = 10_000;

    private MosquittoFiles() {}

    /// Writes configuration and rules into a folder.
    ///
    /// @param host the address to listen on
    /// @return the configuration file, for `mosquitto -c`
    public static Path write(
            Path folder, String host, int port, int mqttPacketBytesMax, Trust trust)
            throws IOException {
        PrivateFiles.folder(folder);
        Path rules = folder.resolve(RULES);
        Path configuration = folder.resolve(CONFIGURATION);
        PrivateFiles.write(rules, rules(Viewers.all(trust.files())));
        PrivateFiles.write(
                configuration, configuration(host, port, mqttPacketBytesMax, trust.files(), rules));
        return configuration;
    }

    private static String configuration(
            String host, int port, int mqttPacketBytesMax, TrustFiles files, Path rules) {
        return """
        # Written by menfang hub. Changes are lost.
        per_listener_settings true
        persistence false
        max_packet_size %d
        max_queued_messages %d
        max_inflight_messages 100
        persistent_client_expiration 1d

        listener %d %s
        protocol mqtt
        max_topic_alias 0
        cafile %s
        certfile %s
        keyfile %s
        crlfile %s
        tls_version tlsv1.2
        require_certificate true
        use_identity_as_username true
        use_username_as_clientid true
        allow_anonymous false
        acl_file %s
        """
                .formatted(
                        mqttPacketBytesMax,
                        QUEUED_MESSAGES_MAX,
                        port,
                        host,
                        files.authorityCertificate(),
                        files.server(),
                        files.server(),
                        files.revocationList(),
                        rules);
    }

    private static String rules(List<String> viewers) {
        StringBuilder text = new StringBuilder("# Written by menfang hub. Changes are lost.\n");
        text.append("user ").append(Trust.HUB).append('\n');
        text.append("topic readwrite ").append(TopicRules.ROOT).append("#\n\n");
        home(text, Trust.HOME, "readwrite");
        viewers.forEach(viewer -> home(text, viewer, "read"));
        String own = TopicRules.ROOT + Protocol.VERSION + "/%u/";
        patterns(text, "write", own, TopicRules.GATE_WRITES);
        patterns(text, "read", own, TopicRules.GATE_HEARS);
        text.append("pattern read ")
                .append(TopicRules.ROOT)
                .append(Protocol.VERSION)
                .append("/+/")
                .append(TopicRules.COMPOUND_HEARS)
                .append('\n');
        return text.toString();
    }

    /// Beside what viewers see there is nothing for this client, not even what the patterns would
    /// let it do as a gate of its name.
    private static void home(StringBuilder text, String client, String access) {
        text.append("user ").append(client).append('\n');
        text.append("topic deny ").append(TopicRules.ROOT).append("#\n");
        for (String below : List.of(HomeTopics.DISCOVERY, HomeTopics.STATES)) {
            text.append("topic ").append(access).append(' ').append(below).append("#\n");
        }
        text.append('\n');
    }

    private static void patterns(
            StringBuilder text, String access, String prefix, List<String> leaves) {
        for (String leaf : leaves) {
            text.append("pattern ").append(access).append(' ').append(prefix).append(leaf);
            text.append('\n');
        }
    }
}
