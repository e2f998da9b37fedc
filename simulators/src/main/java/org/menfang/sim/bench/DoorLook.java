package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.menfang.json.Json;
import org.menfang.sim.rest.RestClient;

/// Looks how a door of a simulated gate really is.
final class DoorLook {
    private DoorLook() {}

    /// Whether nobody can push it open.
    static boolean isLocked(RestClient hands, String id) throws IOException, InterruptedException {
        byte[] devices = hands.look("devices").text().getBytes(StandardCharsets.UTF_8);
        return Json.parse(devices)
                .orThrow()
                .field("doors")
                .orThrow()
                .elements()
                .orElseThrow()
                .stream()
                .filter(door -> door.field("id", String.class).orThrow().equals(id))
                .anyMatch(door -> door.field("locked", Boolean.class).orThrow());
    }
}
