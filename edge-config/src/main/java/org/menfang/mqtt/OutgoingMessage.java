package org.menfang.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message on its way to the broker, with what MQTT 5 says about it beside its payload. It
/// travels with quality of service 1.
public final class OutgoingMessage {
    /// What lengths, flags and numbers take beside the texts.
    private static final int FIXED_BYTES_MAX = 64;

    private final String topic;
    private final byte[] payload;
    private final boolean retained;
    private final boolean ahead;
    private final boolean newestWins;
    private final @Nullable Duration expiry;
    private final @Nullable String contentType;
    private final @Nullable String responseTopic;
    private final byte @Nullable [] correlation;
    private final List<UserProperty> userProperties;

    private OutgoingMessage(Builder builder) {
        this.topic = builder.topic;
        this.payload = builder.payload;
        this.retained = builder.retained;
        this.ahead = builder.ahead;
        this.newestWins = builder.newestWins;
        this.expiry = builder.expiry;
        this.contentType = builder.contentType;
        this.responseTopic = builder.responseTopic;
        this.correlation = builder.correlation;
        this.userProperties = List.copyOf(builder.userProperties);
    }

    /// Begins a message.
    public static Builder to(String topic, byte[] payload) {
        return new Builder(topic, payload);
    }

    public String topic() {
        return topic;
    }

    public byte[] payload() {
        return payload.clone();
    }

    /// No packet of this message is larger.
    long packetBytesAtMost() {
        long bytes = FIXED_BYTES_MAX + payload.length + utf8BytesMax(topic);
        bytes += utf8BytesMax(contentType) + utf8BytesMax(responseTopic);
        bytes += correlation == null ? 0 : correlation.length;
        for (UserProperty property : userProperties) {
            bytes += FIXED_BYTES_MAX + utf8BytesMax(property.name());
            bytes += utf8BytesMax(property.value());
        }
        return bytes;
    }

    private static long utf8BytesMax(@Nullable String text) {
        return text == null ? 0 : 3L * text.length();
    }

    public boolean retained() {
        return retained;
    }

    public boolean ahead() {
        return ahead;
    }

    boolean newestWins() {
        return newestWins;
    }

    public @Nullable Duration expiry() {
        return expiry;
    }

    @Nullable String contentType() {
        return contentType;
    }

    @Nullable String responseTopic() {
        return responseTopic;
    }

    byte @Nullable [] correlation() {
        return correlation == null ? null : correlation.clone();
    }

    List<UserProperty> userProperties() {
        return userProperties;
    }

    /// Puts a message together.
    public static final class Builder {
        private final String topic;
        private final byte[] payload;
        private boolean retained;
        private boolean ahead;
        private boolean newestWins;
        private @Nullable Duration expiry;
        private @Nullable String contentType;
        private @Nullable String responseTopic;
        private byte @Nullable [] correlation;
        private final List<UserProperty> userProperties = new ArrayList<>();

        private Builder(String topic, byte[] payload) {
            if (topic.isEmpty() || topic.contains("+") || topic.contains("#")) {
                throw new IllegalArgumentException("not the name of a topic: \"" + topic + "\"");
            }
            this.topic = topic;
            this.payload = payload.clone();
        }

        /// The broker keeps it for those who subscribe later.
        public Builder retained() {
            this.retained = true;
            return this;
        }

        /// It overtakes what waits in this link.
        public Builder ahead() {
            this.ahead = true;
            return this;
        }

        /// It takes the place of a message to the same topic that still waits in this link.
        public Builder newestWins() {
            this.newestWins = true;
            return this;
        }

        /// The broker throws it away after this time, in whole seconds.
        public Builder expiresAfter(Duration expiry) {
            if (expiry.toSeconds() < 1) {
                throw new IllegalArgumentException("the shortest expiry is one second: " + expiry);
            }
            this.expiry = expiry;
            return this;
        }

        public Builder contentType(String contentType) {
            this.contentType = contentType;
            return this;
        }

        /// Where the answer belongs.
        public Builder responseTopic(String responseTopic) {
            this.responseTopic = responseTopic;
            return this;
        }

        /// What the answer is to carry.
        public Builder correlation(byte[] correlation) {
            this.correlation = correlation.clone();
            return this;
        }

        public Builder userProperty(String name, String value) {
            userProperties.add(new UserProperty(name, value));
            return this;
        }

        public OutgoingMessage build() {
            return new OutgoingMessage(this);
        }
    }
}
