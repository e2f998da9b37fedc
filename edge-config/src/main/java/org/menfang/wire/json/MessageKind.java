package org.menfang.wire.json;

import java.util.Locale;
import java.util.Optional;
import org.menfang.wire.Protocol;

/// The kinds of JSON message between gate and hub, one for each kind of topic but `rules`.
public enum MessageKind {
    EVENTS,
    ALARMS,
    STATE,
    LIFE,
    ACK,
    COMMAND,
    RESULT,
    PEERS,
    HUB;

    /// The last level of its topics, and its name in the AsyncAPI file.
    public String leaf() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of message that travels on a topic; empty for a topic that is none of ours.
    public static Optional<MessageKind> ofTopic(String topic) {
        String[] levels = topic.split("/", -1);
        if (levels.length < 4
                || !levels[0].equals("menfang")
                || !levels[1].equals(Integer.toString(Protocol.VERSION))) {
            return Optional.empty();
        }
        for (MessageKind kind : values()) {
            int depth = kind == HUB ? 4 : 5;
            if (levels.length == depth && levels[depth - 1].equals(kind.leaf())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
