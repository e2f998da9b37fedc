package org.menfang.fuzz;

import static org.menfang.fuzz.FuzzTarget.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.hub.loop.GateWire;
import org.menfang.hub.loop.HubInput;
import org.menfang.hub.loop.HubLoop;
import org.menfang.hub.store.InMemoryHubStore;
import org.menfang.hub.web.view.Beside;
import org.menfang.hub.web.view.BoardView;
import org.menfang.hub.web.view.EventView;
import org.menfang.hub.web.view.GateNames;
import org.menfang.json.Json;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.GateIdentity;

/// A hub in memory that has heard nothing yet, with its board and the log that pages show.
final class HubUnderFuzz {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:10Z");
    private static final int EVENTS_SHOWN = 10;

    private final HubLoop loop;
    private long millis;
    private int receipts;

    HubUnderFuzz() throws InterruptedException {
        loop =
                new HubLoop(
                        new InMemoryHubStore(),
                        () -> new HubMoment(NOW.plusMillis(millis), millis),
                        new NobodyThere(),
                        _ -> Optional.empty(),
                        Duration.ofMinutes(2),
                        () -> new CommandId("command-1"));
        loop.linkUp();
        loop.tick(Duration.ZERO);
    }

    void hear(String leaf, byte[] payload, boolean retained) throws InterruptedException {
        millis += 1_000;
        loop.offer(
                new HubInput.MessageArrived(
                        "menfang/1/xingfu-li/main/" + leaf, payload, retained, () -> receipts++));
        loop.tick(Duration.ZERO);
        hold(receipts > 0, "the broker is never told that the message arrived");
    }

    /// Nothing may have broken inside, and pages have to show what there is.
    void check() throws InterruptedException {
        millis += 600_000;
        loop.tick(Duration.ZERO);
        hold(loop.figures().inputsFailed() == 0, "a message broke the hub's handling of it");
        hold(loop.figures().storageWorks(), "a message stopped the hub");
        Json.write(BoardView.of(loop.desk().board(), Beside.NOTHING));
        GateNames names = new GateNames(loop.desk().board());
        loop.desk()
                .events(Long.MAX_VALUE, EVENTS_SHOWN)
                .forEach(event -> Json.write(EventView.of(event, names)));
    }

    /// A way to gates at whose end nobody is.
    private static final class NobodyThere implements GateWire {
        @Override
        public void answer(GateIdentity gate, Acknowledgement acknowledgement) {
            Json.write(acknowledgement);
        }

        @Override
        public void send(Command command, Duration expiry) {}

        @Override
        public void tellPeer(GateIdentity to, GateId from, long after, List<String> texts) {}

        @Override
        public void greet(CompoundId compound) {}
    }
}
