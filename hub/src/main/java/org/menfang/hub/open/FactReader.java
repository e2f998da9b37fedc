package org.menfang.hub.open;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.book.Head;
import org.menfang.hub.money.MoneyBook;
import org.menfang.hub.repair.RepairBook;
import org.menfang.hub.roster.RosterBook;
import org.menfang.vocabulary.CompoundId;

/// Collects what is known of a compound from all areas. Any thread may call it.
public final class FactReader {
    /// What the live page counts over.
    static final Duration LIVE_SPAN = Duration.ofDays(30);

    /// Where the facts come from.
    ///
    /// @param names of all people who must not stand in public
    public record Sources(
            Supplier<Board> board,
            RosterBook roster,
            UptimeStore uptime,
            RepairBook repairs,
            MoneyBook money,
            Supplier<Head> head,
            Supplier<Collection<String>> names,
            ZoneId zone) {}

    private final Sources sources;

    public FactReader(Sources sources) {
        this.sources = sources;
    }

    ZoneId zone() {
        return sources.zone();
    }

    NamesOut names() {
        return new NamesOut(sources.names().get());
    }

    /// Every compound of which a gate has joined.
    public List<CompoundId> compounds() {
        return sources.board().get().gates().stream()
                .map(GateCard::compound)
                .distinct()
                .sorted()
                .toList();
    }

    /// What is known now, with figures over the last thirty days.
    PublicFacts live(CompoundId compound, Instant now) {
        return facts(
                compound,
                now,
                new PublicFacts.Span(now.minus(LIVE_SPAN), now),
                YearMonth.from(now.atZone(zone())));
    }

    /// What is known of one month.
    PublicFacts month(CompoundId compound, Instant now, YearMonth month) {
        return facts(
                compound,
                now,
                new PublicFacts.Span(begin(month.atDay(1)), begin(month.plusMonths(1).atDay(1))),
                month);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    private PublicFacts facts(
            CompoundId compound, Instant now, PublicFacts.Span span, YearMonth month) {
        return new PublicFacts(
                now,
                sources.board().get().gates().stream()
                        .filter(gate -> gate.compound().equals(compound))
                        .toList(),
                duty(now),
                span,
                uptime(compound, span),
                sources.repairs().figures(compound, span.from(), span.to()),
                sources.money().month(compound, month),
                sources.money().accounts(compound).twoKeysOverFen(),
                sources.head().get());
    }

    private Optional<PublicFacts.DutyFact> duty(Instant now) {
        return sources.roster()
                .duty(now)
                .map(duty ->
                        new PublicFacts.DutyFact(
                                duty.persons().size(), duty.since(), duty.waiting()));
    }

    private List<UptimeStore.Day> uptime(CompoundId compound, PublicFacts.Span span) {
        return sources
                .uptime()
                .between(
                        span.from().atZone(zone()).toLocalDate(),
                        span.to().minusMillis(1).atZone(zone()).toLocalDate())
                .stream()
                .filter(day -> day.gate().compound().equals(compound))
                .toList();
    }
}
