package org.menfang.mqtt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that the broker delivered, bound to the connection that delivered it.
public final class IncomingMessage {
    private final String topic;
    private final byte[] payload;
    private final boolean retained;
    private final Details details;
    private final Runnable acknowledgement;

    IncomingMessage(
            String topic,
            byte[] payload,
            boolean retained,
            Details details,
            Runnable acknowledgement) {
        this.topic = topic;
        this.payload = payload;
        this.retained = retained;
        this.details = details;
        this.acknowledgement = acknowledgement;
    }

    /// A message with nothing beside its payload.
    public static IncomingMessage of(
            String topic, byte[] payload, boolean retained, Runnable acknowledgement) {
        return new IncomingMessage(
                topic,
                payload.clone(),
                retained,
                new Details(null, null, null, List.of()),
                acknowledgement);
    }

    public String topic() {
        return topic;
    }

    public byte[] payload() {
        return payload.clone();
    }

    /// Whether it was kept by the broker from before we subscribed.
    public boolean retained() {
        return retained;
    }

    public @Nullable String contentType() {
        return details.contentType;
    }

    public @Nullable String responseTopic() {
        return details.responseTopic;
    }

    public byte @Nullable [] correlation() {
        return details.correlation == null ? null : details.correlation.clone();
    }

    public List<UserProperty> userProperties() {
        return details.userProperties;
    }

    /// Tells the broker that it need not deliver this again. Any thread may call it; it never
    /// blocks. It does nothing if the connection that delivered the message is gone: then the
    /// broker delivers it again.
    public void acknowledge() {
        acknowledgement.run();
    }

    /// What stands beside a payload.
    static final class Details {
        private final @Nullable String contentType;
        private final @Nullable String responseTopic;
        private final byte @Nullable [] correlation;
        private final List<UserProperty> userProperties;

        Details(
                @Nullable String contentType,
                @Nullable String responseTopic,
                byte @Nullable [] correlation,
                List<UserProperty> userProperties) {
            this.contentType = contentType;
            this.responseTopic = responseTopic;
            this.correlation = correlation;
            this.userProperties = List.copyOf(userProperties);
        }
    }
}
