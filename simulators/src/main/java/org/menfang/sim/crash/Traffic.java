package org.menfang.sim.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.menfang.json.JsonTree;
import org.menfang.sim.device.Card;
import org.menfang.sim.rest.RestClient;
import org.menfang.sim.time.Chance;

/// People at the doors of a running gate, one deed after the other. While the gate is down they
/// stand before closed doors and try again.
final class Traffic implements AutoCloseable {
    private static final JsonTree NOTHING = JsonTree.object().build();
    private static final Duration BETWEEN_DEEDS = Duration.ofMillis(25);
    private static final Duration WHILE_DOWN = Duration.ofMillis(100);
    private static final List<String> DOORS = List.of("north", "south");

    private final Path gate;
    private final List<Card> cards;
    private final Chance chance;
    private final Thread thread;
    private volatile boolean ended;
    private final AtomicLong deeds = new AtomicLong();

    /// @param gate the data folder of the gate
    Traffic(Path gate, List<Card> cards, Chance chance) {
        this.gate = gate;
        this.cards = cards;
        this.chance = chance;
        thread = Thread.ofPlatform().name("traffic").daemon(true).start(this::live);
    }

    /// How many deeds a gate took.
    long deeds() {
        return deeds.get();
    }

    private void live() {
        while (!ended) {
            try (RestClient face = new RestClient(RestClient.portIn(gate))) {
                while (!ended) {
                    deed(face);
                    LockSupport.parkNanos(BETWEEN_DEEDS.toNanos());
                }
            } catch (IOException e) {
                // The gate is down; that is what the rig does to it.
                LockSupport.parkNanos(WHILE_DOWN.toNanos());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void deed(RestClient face) throws IOException, InterruptedException {
        String door = chance.oneOf(DOORS);
        boolean taken =
                switch (chance.below(24)) {
                    case 0 -> face.act("alarm-inputs/fence-east/on", NOTHING).ok();
                    case 1 -> face.act("alarm-inputs/fence-east/off", NOTHING).ok();
                    case 2, 3, 4, 5, 6, 7, 8 ->
                            present(face, door + "-reader", chance.oneOf(cards));
                    case 9, 10, 11, 12, 13, 14, 15 ->
                            face.act("exits/" + door + "-out/press", NOTHING).ok();
                    default -> face.act("doors/" + door + "-gate/open", NOTHING).ok();
                };
        if (taken) {
            deeds.incrementAndGet();
        }
    }

    static boolean present(RestClient face, String reader, Card card)
            throws IOException, InterruptedException {
        JsonTree body =
                JsonTree.object()
                        .put("facility", card.facility())
                        .put("number", card.number())
                        .build();
        return face.act("readers/" + reader + "/card", body).ok();
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
