package org.menfang.site;

/// Where the hub is.
///
/// @param host name or address
/// @param mqttPort port of MQTT over TLS
/// @param httpsPort port for enrolment and pictures
public record HubAddress(String host, int mqttPort, int httpsPort) {
    public HubAddress {
        if (mqttPort < 1 || mqttPort > 65_535 || httpsPort < 1 || httpsPort > 65_535) {
            throw new IllegalArgumentException("ports lie between 1 and 65535");
        }
    }
}
