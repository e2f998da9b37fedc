package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.menfang.json.JsonTree;
import org.menfang.sim.device.Card;
import org.menfang.sim.rest.RestClient;

/// Hands at the doors of a running gate, over the REST face of its simulated devices.
final class DeviceHands implements AutoCloseable {
    /// The body of an act that needs none.
    static final JsonTree NOTHING = JsonTree.object().build();

    private final RestClient face;
    private final Process gate;

    DeviceHands(RestClient face, Process gate) {
        this.face = face;
        this.gate = gate;
    }

    void present(String reader, Card card) throws IOException, InterruptedException {
        JsonTree body =
                JsonTree.object()
                        .put("facility", card.facility())
                        .put("number", card.number())
                        .build();
        act("readers/" + reader + "/card", body);
    }

    void force(String door) throws IOException, InterruptedException {
        act("doors/" + door + "/force", NOTHING);
    }

    /// Any act of the face.
    void act(String path, JsonTree body) throws IOException, InterruptedException {
        RestClient.Answer answer = face.act(path, body);
        assertTrue(answer.ok(), answer::text);
    }

    /// Whether the door moves when it is pushed.
    boolean push(String door) throws IOException, InterruptedException {
        return face.act("doors/" + door + "/open", NOTHING).ok();
    }

    /// Pushes the door until it opens.
    void pushUntilOpen(String door) throws IOException, InterruptedException {
        RunningCompound.await(gate, door + " opens", () -> push(door));
    }

    /// Waits until nobody can push the door open.
    void awaitSecured(String door) throws IOException, InterruptedException {
        awaitDevice("{\"id\":\"" + door + "\",\"openPercent\":0,\"locked\":true,\"secured\":true");
    }

    /// Waits until the list of devices holds this.
    void awaitDevice(String words) throws IOException, InterruptedException {
        RunningCompound.await(gate, words, () -> face.look("devices").text().contains(words));
    }

    @Override
    public void close() {
        face.close();
    }
}
