package org.menfang.hub.passkeys;

import java.util.Set;

/// For whom a passkey signs.
///
/// @param host the name in the address of the pages, without a port
/// @param origins the addresses that a browser may name as the page's own
public record PasskeySite(String host, Set<String> origins) {
    public PasskeySite {
        origins = Set.copyOf(origins);
    }

    /// The site at an address such as `hub.example` or `localhost:8080`.
    public static PasskeySite of(String hostAndPort) {
        int port = hostAndPort.lastIndexOf(':');
        return new PasskeySite(
                port > hostAndPort.lastIndexOf(']') ? hostAndPort.substring(0, port) : hostAndPort,
                // Plain HTTP is fit for the machine itself only; browsers see to that.
                Set.of("https://" + hostAndPort, "http://" + hostAndPort));
    }
}
