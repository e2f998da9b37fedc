package org.menfang.site.file;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.menfang.json.TextPlace;

/// Checks the time zone and the ports of the hub.
final class PlaceChecks {
    private PlaceChecks() {}

    static void check(Section site, FaultList faults) {
        site.text("zone")
                .filter(zone -> !zone.value().isEmpty() && !isZone(zone.value()))
                .ifPresent(zone ->
                        faults.addMisspelt(
                                zone.place(),
                                FaultCode.UNKNOWN_ZONE,
                                ZoneId.getAvailableZoneIds(),
                                zone.value()));
        Section hub = site.section("hub");
        hub.number("mqtt-port")
                .ifPresent(mqtt ->
                        hub.number("https-port")
                                .filter(https -> https.value().equals(mqtt.value()))
                                .ifPresent(https ->
                                        addSamePort(https.place(), https.value(), faults)));
    }

    private static void addSamePort(TextPlace place, long port, FaultList faults) {
        faults.add(place, FaultCode.SAME_PORT, Long.toString(port));
    }

    private static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
