package org.menfang.hub.round;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.menfang.hub.roster.HandOverItem;
import org.menfang.hub.roster.HandOverKind;
import org.menfang.hub.roster.HandOverSource;

/// What the next shift has to know of rounds: those that are open, and what was missed lately.
public final class RoundSource implements HandOverSource {
    private static final Duration MISSED_WITHIN = Duration.ofHours(12);

    private final RoundBook rounds;

    public RoundSource(RoundBook rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<HandOverItem> open(Instant now) {
        return rounds.since(now.minus(MISSED_WITHIN)).stream()
                .flatMap(round -> item(round).stream())
                .toList();
    }

    private static Optional<HandOverItem> item(Round round) {
        return switch (round.phase()) {
            case Round.Phase.Due() -> Optional.of(item(HandOverKind.ROUND_UNFINISHED, round));
            case Round.Phase.Walking _ -> Optional.of(item(HandOverKind.ROUND_UNFINISHED, round));
            case Round.Phase.Missed() -> Optional.of(item(HandOverKind.ROUND_MISSED, round));
            case Round.Phase.Ended _ ->
                    round.missing().isEmpty()
                            ? Optional.empty()
                            : Optional.of(item(HandOverKind.ROUND_MISSED, round));
        };
    }

    private static HandOverItem item(HandOverKind kind, Round round) {
        String missing =
                round.missing().stream().map(Checkpoint::name).collect(Collectors.joining(" "));
        return HandOverItem.of(kind, round.tour().name(), round.from(), missing);
    }
}
