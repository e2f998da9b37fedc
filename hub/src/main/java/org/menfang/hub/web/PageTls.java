package org.menfang.hub.web;

import javax.net.ssl.SSLContext;

/// How the pages are encrypted.
///
/// @param strict whether browsers are told to come with HTTPS only from now on (RFC 6797): where
///   the certificate is one that every phone believes, and not one of the hub's own
public record PageTls(SSLContext context, boolean strict) {
    /// How long a browser comes with HTTPS only: half a year.
    private static final long STRICT_FOR_SECONDS = 180L * 24 * 3600;

    private static final long NOT_STRICT = -1;

    long strictSeconds() {
        return strict ? STRICT_FOR_SECONDS : NOT_STRICT;
    }
}
