package org.menfang.hub.household;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.page.Visit;
import org.menfang.hub.people.Choice;
import org.menfang.hub.people.Telling;
import org.menfang.rules.RuleSet;

/// The form for a visitor: which day, from which hour, for how long.
record VisitForm(VisitPlan plan, Instant from) {
    /// Empty if it cannot be understood.
    static Optional<VisitForm> sent(Visit visit) {
        Optional<VisitPlan> plan =
                Arrays.stream(VisitPlan.values())
                        .filter(each -> each.name().equals(visit.field("plan")))
                        .findFirst();
        try {
            Instant from =
                    LocalDate.parse(visit.field("day"))
                            .atTime(Integer.parseInt(visit.field("hour")), 0)
                            .atZone(visit.zone())
                            .toInstant();
            return plan.map(each -> new VisitForm(each, from));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// What the form offers.
    static void offer(RuleSet rules, Telling telling, Map<String, Object> model) {
        List<Choice> plans =
                VisitPlan.of(rules).stream()
                        .map(plan ->
                                new Choice(
                                        plan.name(),
                                        telling.text(
                                                "household.plan." + plan,
                                                "hours",
                                                plan.hours(rules),
                                                "uses",
                                                plan.uses(rules))))
                        .toList();
        Instant now = telling.visit().now().truncatedTo(ChronoUnit.HOURS);
        model.put("plans", plans);
        model.put("day", telling.day(now));
        model.put("hour", now.atZone(telling.visit().zone()).getHour());
    }
}
