package org.menfang.hub.app;

import org.menfang.hub.trust.PageFiles;

/// How the pages are encrypted.
sealed interface BoardTls {
    /// Not at all: for the machine itself, and for a proxy on it that adds TLS.
    record None() implements BoardTls {}

    /// With a certificate of the hub's own authority.
    record Own() implements BoardTls {}

    /// With a certificate that the administrator got elsewhere.
    record Given(PageFiles files) implements BoardTls {}
}
