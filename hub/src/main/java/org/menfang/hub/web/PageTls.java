package org.menfang.hub.web;

import javax.net.ssl.SSLContext;

/// How the pages are encrypted.
///
/// @param strict whether browsers are told to come with HTTPS only from now on (RFC 6797): where
///   the certificate is one that every phone believes, and not one of the hub's own
public record PageTls(SSLContext context, boolean strict) {}
