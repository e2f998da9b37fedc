package org.menfang.hub.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.vocabulary.CommandId;
import org.menfang.wire.GateIdentity;

/// The commands whose results are awaited.
final class OpenCommands {
    /// How long a command lives. A release must come while the person still stands there.
    static final Duration EXPIRY = Duration.ofSeconds(15);

    /// How much longer the result may be on its way.
    static final Duration ANSWER_GRACE = Duration.ofSeconds(3);

    static final int COMMANDS_MAX = 200;

    private record Open(
            GateIdentity gate, CompletableFuture<ActOutcome> answer, long untilMillis) {}

    private final Map<CommandId, Open> open = new HashMap<>();

    boolean isFull() {
        return open.size() >= COMMANDS_MAX;
    }

    void await(
            GateIdentity gate, CommandId id, CompletableFuture<ActOutcome> answer, HubMoment now) {
        open.put(id, new Open(gate, answer, now.after(EXPIRY.plus(ANSWER_GRACE))));
    }

    /// The person who waits for a command; empty where nobody does any more, or where it was sent
    /// to another gate.
    Optional<CompletableFuture<ActOutcome>> close(GateIdentity gate, CommandId id) {
        Open one = open.get(id);
        if (one == null || !one.gate().equals(gate)) {
            return Optional.empty();
        }
        open.remove(id);
        return Optional.of(one.answer());
    }

    /// Those whose time is over.
    List<CompletableFuture<ActOutcome>> closeExpired(HubMoment now) {
        List<CompletableFuture<ActOutcome>> expired = new ArrayList<>();
        open.values()
                .removeIf(one -> {
                    boolean over = now.monotonicMillis() >= one.untilMillis();
                    if (over) {
                        expired.add(one.answer());
                    }
                    return over;
                });
        return expired;
    }

    int count() {
        return open.size();
    }
}
