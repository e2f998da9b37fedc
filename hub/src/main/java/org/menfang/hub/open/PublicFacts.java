package org.menfang.hub.open;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.book.Head;
import org.menfang.hub.decision.Decision;
import org.menfang.hub.money.MonthAccounts;
import org.menfang.hub.repair.RepairFigures;
import org.menfang.hub.response.AlarmHistory;
import org.menfang.hub.round.Round;

/// What is known of one compound at one moment, for everybody to see.
///
/// @param gates those of the compound
/// @param duty who watches, without a name; none where there is no roster
/// @param span from when to when the figures count
/// @param uptime by day
/// @param alarms those that were raised in the span
/// @param rounds that were due in the span
/// @param repairs open now, and closed in the span
/// @param rules that are in force now
/// @param decisions of the council, closed in the span
/// @param twoKeysOverFen from which sum on an expense takes two keys
/// @param head the end of the hub's log
record PublicFacts(
        Instant now,
        List<GateCard> gates,
        Optional<DutyFact> duty,
        Span span,
        List<UptimeStore.Day> uptime,
        List<AlarmHistory> alarms,
        List<Round> rounds,
        RepairFigures repairs,
        List<RuleFact> rules,
        List<Decision> decisions,
        MonthAccounts money,
        long twoKeysOverFen,
        Head head) {
    PublicFacts {
        gates = List.copyOf(gates);
        uptime = List.copyOf(uptime);
        alarms = List.copyOf(alarms);
        rounds = List.copyOf(rounds);
        rules = List.copyOf(rules);
        decisions = List.copyOf(decisions);
    }

    /// @param persons how many are on duty
    /// @param since when they took over
    /// @param waiting whether a newer shift should have taken over
    record DutyFact(int persons, Instant since, boolean waiting) {}

    record Span(Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }
}
