package org.menfang.hub.broker;

import java.util.List;
import java.util.Optional;
import org.menfang.hub.home.HomeTopics;
import org.menfang.hub.trust.Trust;
import org.menfang.hub.trust.Viewers;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.Protocol;

/// Who may say what, and who may hear what, at any broker of ours.
///
/// A gate writes only its own facts and hears only what the hub says to it. The hub may do all that
/// has to do with gates; what viewers see it shows under another name, which can say nothing to
/// gates. A viewer hears that and says nothing.
final class TopicRules {
    static final String ROOT = "menfang/";

    /// What a gate writes, below its own prefix.
    static final List<String> GATE_WRITES = List.of("events", "alarms", "state", "life", "result");

    /// What a gate hears, below its own prefix.
    static final List<String> GATE_HEARS = List.of("ack", "command", "rules", "peers");

    /// What a gate hears, below the prefix of its compound.
    static final String COMPOUND_HEARS = "hub";

    private TopicRules() {}

    static boolean mayWrite(String clientName, String topic) {
        if (isHub(clientName)) {
            return topic.startsWith(ROOT);
        }
        return isHome(clientName)
                ? HomeTopics.isForViewers(topic)
                : gateMay(clientName, topic, GATE_WRITES);
    }

    static boolean mayHear(String clientName, String filter) {
        if (isHub(clientName)) {
            return filter.startsWith(ROOT);
        }
        if (isHome(clientName) || Viewers.isViewer(clientName)) {
            return HomeTopics.isForViewers(filter);
        }
        return gateMay(clientName, filter, GATE_HEARS)
                || GateIdentity.parse(clientName)
                        .filter(gate -> filter.equals(gate.topics().hub()))
                        .isPresent();
    }

    static boolean isKnownName(String clientName) {
        return isHub(clientName)
                || isHome(clientName)
                || Viewers.isViewer(clientName)
                || GateIdentity.parse(clientName).isPresent();
    }

    private static boolean isHub(String clientName) {
        return clientName.equals(Trust.HUB);
    }

    private static boolean isHome(String clientName) {
        return clientName.equals(Trust.HOME);
    }

    private static boolean gateMay(String clientName, String topic, List<String> leaves) {
        Optional<GateIdentity> gate = GateIdentity.parse(clientName);
        String prefix = ROOT + Protocol.VERSION + "/" + clientName + "/";
        return gate.isPresent()
                && topic.startsWith(prefix)
                && leaves.contains(topic.substring(prefix.length()));
    }
}
