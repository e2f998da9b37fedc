package org.menfang.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/// Turns our words into those of the client library, and back.
final class Packets {
    private static final int AT_LEAST_ONCE = 1;

    private Packets() {}

    static MqttConnectionOptions connect(LinkOptions options, LinkSockets sockets) {
        LinkLimits limits = options.limits();
        MqttConnectionOptions connect = new MqttConnectionOptions();
        connect.setSocketFactory(sockets);
        connect.setAutomaticReconnect(false);
        connect.setCleanStart(false);
        connect.setSessionExpiryInterval(limits.sessionExpiry().toSeconds());
        connect.setKeepAliveInterval(Math.toIntExact(limits.keepAlive().toSeconds()));
        connect.setConnectionTimeout(Math.toIntExact(limits.connectWait().toSeconds()));
        connect.setReceiveMaximum(limits.unacknowledgedMessagesMax());
        connect.setMaximumPacketSize(announcedPacketBytesMax(limits));
        connect.setUseSubscriptionIdentifiers(false);
        Will will = options.will();
        if (will != null) {
            connect.setWill(will.message().topic(), publish(will.message()));
            connect.setWillMessageProperties(properties(will));
        }
        return connect;
    }

    /// What we tell the broker that it may send us. The client library takes the two directions for
    /// each other: it lets us send no more than this, and receive what the broker takes.
    private static long announcedPacketBytesMax(LinkLimits limits) {
        return Math.max(limits.sentPacketBytesMax(), limits.receivedPacketBytesMax());
    }

    static MqttSubscription[] subscriptions(List<String> filters) {
        return filters.stream()
                .map(filter -> new MqttSubscription(filter, AT_LEAST_ONCE))
                .toArray(MqttSubscription[]::new);
    }

    static MqttMessage publish(OutgoingMessage message) {
        MqttMessage packet = new MqttMessage(message.payload());
        packet.setQos(AT_LEAST_ONCE);
        packet.setRetained(message.retained());
        packet.setProperties(properties(message));
        return packet;
    }

    static IncomingMessage incoming(String topic, MqttMessage packet, Runnable acknowledgement) {
        MqttProperties properties = packet.getProperties();
        List<UserProperty> user = new ArrayList<>();
        properties
                .getUserProperties()
                .forEach(each -> user.add(new UserProperty(each.getKey(), each.getValue())));
        return new IncomingMessage(
                topic,
                packet.getPayload(),
                packet.isRetained(),
                new IncomingMessage.Details(
                        properties.getContentType(),
                        properties.getResponseTopic(),
                        properties.getCorrelationData(),
                        user),
                acknowledgement);
    }

    private static MqttProperties properties(Will will) {
        MqttProperties properties = properties(will.message());
        properties.setWillDelayInterval(will.delay().toSeconds());
        return properties;
    }

    private static MqttProperties properties(OutgoingMessage message) {
        MqttProperties properties = new MqttProperties();
        Duration expiry = message.expiry();
        if (expiry != null) {
            properties.setMessageExpiryInterval(expiry.toSeconds());
        }
        String contentType = message.contentType();
        if (contentType != null) {
            properties.setContentType(contentType);
        }
        String responseTopic = message.responseTopic();
        if (responseTopic != null) {
            properties.setResponseTopic(responseTopic);
        }
        byte[] correlation = message.correlation();
        if (correlation != null) {
            properties.setCorrelationData(correlation);
        }
        properties.setUserProperties(
                message.userProperties().stream()
                        .map(each ->
                                new org.eclipse.paho.mqttv5.common.packet.UserProperty(
                                        each.name(), each.value()))
                        .toList());
        return properties;
    }
}
