package org.menfang.hub.open;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.GateCard;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.GateState;

/// The tables of what the hub measures.
final class MeasuredParts {
    private final Say say;
    private final PublicFacts facts;

    MeasuredParts(Say say, PublicFacts facts) {
        this.say = say;
        this.facts = facts;
    }

    private record Sums(long watched, long online) {
        Sums plus(UptimeStore.Day day) {
            return new Sums(watched + day.watchedMillis(), online + day.onlineMillis());
        }
    }

    Sheet.Part uptime() {
        Map<GateId, Sums> byGate = new TreeMap<>();
        facts.gates().forEach(gate -> byGate.put(gate.gate(), new Sums(0, 0)));
        facts.uptime()
                .forEach(day ->
                        byGate.compute(
                                day.gate().gate(),
                                (gate, sums) -> (sums == null ? new Sums(0, 0) : sums).plus(day)));
        long span = Duration.between(facts.span().from(), facts.span().to()).toMillis();
        List<List<String>> rows =
                byGate.entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue(), span))
                        .toList();
        return new Sheet.Part(
                "uptime",
                say.text("open.uptime"),
                say.text("open.uptime.explain"),
                List.of(),
                List.of(
                        say.text("open.uptime.gate"),
                        say.text("open.uptime.online"),
                        say.text("open.uptime.away"),
                        say.text("open.uptime.watched")),
                rows,
                say.text("open.uptime.none"));
    }

    private List<String> row(GateId gate, Sums sums, long span) {
        if (sums.watched() == 0) {
            return List.of(nameOf(gate), say.text("open.unknown"), "–", Say.perCent(0, 1));
        }
        return List.of(
                nameOf(gate),
                Say.perCent(sums.online(), sums.watched()),
                say.span(Duration.ofMillis(sums.watched() - sums.online())),
                Say.perCent(Math.min(sums.watched(), span), span));
    }

    private String nameOf(GateId gate) {
        return facts.gates().stream()
                .filter(card -> card.gate().equals(gate))
                .findFirst()
                .map(GateCard::state)
                .map(MeasuredParts::name)
                .orElse(gate.value());
    }

    private static @Nullable String name(@Nullable GateState state) {
        return state == null ? null : state.name();
    }
}
