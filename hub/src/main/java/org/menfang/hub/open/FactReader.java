package org.menfang.hub.open;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.book.Head;
import org.menfang.hub.decision.Decision;
import org.menfang.hub.decision.RuleInForce;
import org.menfang.hub.money.MoneyBook;
import org.menfang.hub.repair.RepairBook;
import org.menfang.hub.response.AlarmHistory;
import org.menfang.hub.rights.Body;
import org.menfang.hub.roster.RosterBook;
import org.menfang.hub.round.Round;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Collects what is known of a compound from all areas. Any thread may call it.
public final class FactReader {
    /// What the live page counts over.
    static final Duration LIVE_SPAN = Duration.ofDays(30);

    /// Where the facts come from.
    ///
    /// @param alarms all that were open at some time since one
    /// @param rounds those that were due since one
    /// @param rules those in force
    /// @param decisions those that are closed
    /// @param body for which body a person speaks
    /// @param names of all people who must not stand in public
    /// @param hidden what texts hash to that must not either
    public record Sources(
            Supplier<Board> board,
            RosterBook roster,
            UptimeStore uptime,
            Function<Instant, List<AlarmHistory>> alarms,
            Function<Instant, List<Round>> rounds,
            RepairBook repairs,
            Supplier<List<RuleInForce>> rules,
            Supplier<List<Decision>> decisions,
            Function<OperatorName, Optional<Body>> body,
            MoneyBook money,
            Supplier<Head> head,
            Supplier<? extends Collection<String>> names,
            Supplier<Set<Sha256>> hidden,
            ZoneId zone) {}

    private final Sources sources;

    public FactReader(Sources sources) {
        this.sources = sources;
    }

    ZoneId zone() {
        return sources.zone();
    }

    NamesOut names() {
        return new NamesOut(sources.names().get(), sources.hidden().get());
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

    /// What is known of one month, up to now.
    PublicFacts month(CompoundId compound, Instant now, YearMonth month) {
        Instant end = begin(month.plusMonths(1).atDay(1));
        return facts(
                compound,
                now,
                new PublicFacts.Span(begin(month.atDay(1)), end.isBefore(now) ? end : now),
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
                alarms(compound, span),
                rounds(compound, span),
                sources.repairs().figures(compound, span.from(), span.to()),
                rules(compound),
                decisions(compound, span),
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

    private List<AlarmHistory> alarms(CompoundId compound, PublicFacts.Span span) {
        return sources.alarms().apply(span.from()).stream()
                .filter(alarm -> alarm.point().compound().equals(compound))
                .filter(alarm -> span.holds(alarm.heardAt()))
                .toList();
    }

    private List<Round> rounds(CompoundId compound, PublicFacts.Span span) {
        return sources.rounds().apply(span.from()).stream()
                .filter(round -> round.tour().compound().equals(compound))
                .filter(round -> span.holds(round.from()))
                .toList();
    }

    private List<RuleFact> rules(CompoundId compound) {
        return sources.rules().get().stream()
                .filter(rule -> compound.equals(rule.compound()))
                .map(rule ->
                        new RuleFact(
                                rule,
                                sources.body().apply(rule.executed()),
                                sources.body().apply(rule.checked())))
                .toList();
    }

    private List<Decision> decisions(CompoundId compound, PublicFacts.Span span) {
        return sources.decisions().get().stream()
                .filter(decision -> compound.equals(decision.compound()))
                .filter(decision -> decision.closedAt() != null && span.holds(decision.closedAt()))
                .toList();
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
