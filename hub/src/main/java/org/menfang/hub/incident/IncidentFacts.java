package org.menfang.hub.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.cases.CaseText;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;

/// What people say of an incident. An amendment writes all of it anew and leaves the old.
///
/// @param from when it began, as far as is known
/// @param to when it ended, or later
/// @param gates whose events belong to its time line
/// @param policeCase the number that the police gave; may be empty
/// @param people who work on it: operators and never residents
public record IncidentFacts(
        IncidentCategory category,
        String place,
        Instant from,
        Instant to,
        List<GateId> gates,
        String policeCase,
        List<OperatorName> people,
        String text) {
    public static final int PLACE_CHARS_MAX = 200;
    public static final int TEXT_CHARS_MAX = 4_000;
    public static final int POLICE_CASE_CHARS_MAX = 60;
    public static final int GATES_MAX = 12;
    public static final int PEOPLE_MAX = 12;
    public static final int SPAN_DAYS_MAX = 7;

    public IncidentFacts {
        gates = List.copyOf(gates);
        people = List.copyOf(people);
    }

    /// The key of the reason why they cannot be taken; empty if they can.
    Optional<String> fault(Instant now) {
        return CaseText.fault(place, PLACE_CHARS_MAX)
                .or(() -> CaseText.faultOfOptional(policeCase, POLICE_CASE_CHARS_MAX))
                .or(() -> CaseText.faultOfLines(text, TEXT_CHARS_MAX))
                .or(() -> faultOfSpan(now))
                .or(this::faultOfLists);
    }

    private Optional<String> faultOfSpan(Instant now) {
        if (from.isAfter(now) || to.isBefore(from)) {
            return Optional.of("refused.cases.span");
        }
        return Duration.between(from, to).compareTo(Duration.ofDays(SPAN_DAYS_MAX)) > 0
                ? Optional.of("refused.cases.span-long")
                : Optional.empty();
    }

    private Optional<String> faultOfLists() {
        if (gates.size() > GATES_MAX || gates.stream().distinct().count() < gates.size()) {
            return Optional.of("refused.cases.too-many-gates");
        }
        return people.size() > PEOPLE_MAX || people.stream().distinct().count() < people.size()
                ? Optional.of("refused.cases.too-many-people")
                : Optional.empty();
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }
}
