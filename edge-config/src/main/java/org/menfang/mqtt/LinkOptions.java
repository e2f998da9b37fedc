package org.menfang.mqtt;

import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Where a link leads, and who we are there.
///
/// @param host name or address of the broker; its certificate must carry it
/// @param tls holds our certificate, and whom we trust
/// @param clientId the name in our certificate
/// @param subscriptions topic filters, all with quality of service 1
public record LinkOptions(
        String host,
        int port,
        SSLContext tls,
        String clientId,
        List<String> subscriptions,
        @Nullable Will will,
        LinkLimits limits) {
    public LinkOptions {
        subscriptions = List.copyOf(subscriptions);
    }

    /// A link without a will, within the usual limits.
    public static LinkOptions of(String host, int port, SSLContext tls, String clientId) {
        return new LinkOptions(host, port, tls, clientId, List.of(), null, LinkLimits.USUAL);
    }

    public LinkOptions subscribing(String... filters) {
        return new LinkOptions(host, port, tls, clientId, List.of(filters), will, limits);
    }

    public LinkOptions withWill(Will will) {
        return new LinkOptions(host, port, tls, clientId, subscriptions, will, limits);
    }

    public LinkOptions within(LinkLimits limits) {
        return new LinkOptions(host, port, tls, clientId, subscriptions, will, limits);
    }
}
