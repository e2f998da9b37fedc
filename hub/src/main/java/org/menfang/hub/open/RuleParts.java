package org.menfang.hub.open;

import java.util.List;
import java.util.Optional;
import org.menfang.hub.decision.Decision;
import org.menfang.hub.decision.Vote;
import org.menfang.hub.rights.Body;

/// The tables of rules in force and of what the council decided. Persons stand there as the body
/// that they speak for.
final class RuleParts {
    private final Say say;
    private final PublicFacts facts;

    RuleParts(Say say, PublicFacts facts) {
        this.say = say;
        this.facts = facts;
    }

    Sheet.Part rules() {
        return new Sheet.Part(
                "rules",
                say.text("open.rules"),
                say.text("open.rules.explain"),
                List.of(),
                List.of(
                        say.text("open.rules.text"),
                        say.text("open.rules.since"),
                        say.text("open.rules.decided"),
                        say.text("open.rules.executed"),
                        say.text("open.rules.checked")),
                facts.rules().stream().map(this::row).toList(),
                say.text("open.rules.none"));
    }

    private List<String> row(RuleFact fact) {
        return List.of(
                say.typed(fact.rule().text()),
                say.day(fact.rule().since()),
                decided(fact),
                body(fact.executed()),
                body(fact.checked()));
    }

    private String decided(RuleFact fact) {
        if (fact.rule().decision() != null) {
            return say.fill("open.rules.decision", "n", fact.rule().decision());
        }
        if (fact.rule().overdue()) {
            return say.text("open.rules.overdue");
        }
        return fact.rule().until() == null
                ? say.text("open.rules.without")
                : say.fill("open.rules.until", "at", say.time(fact.rule().until()));
    }

    private String body(Optional<Body> body) {
        return body.map(each -> say.text("open.body." + each))
                .orElseGet(() -> say.text("open.unknown"));
    }

    Sheet.Part decisions() {
        return new Sheet.Part(
                "decisions",
                say.text("open.decisions"),
                say.text("open.decisions.explain"),
                List.of(),
                List.of(
                        say.text("open.decisions.number"),
                        say.text("open.decisions.text"),
                        say.text("open.decisions.votes"),
                        say.text("open.decisions.result"),
                        say.text("open.decisions.day")),
                facts.decisions().stream().map(this::row).toList(),
                say.text("open.decisions.none"));
    }

    private List<String> row(Decision decision) {
        return List.of(
                Integer.toString(decision.number()),
                say.typed(decision.text()),
                say.fill(
                        "open.decisions.count",
                        "yes",
                        decision.count(Vote.YES),
                        "no",
                        decision.count(Vote.NO),
                        "abstain",
                        decision.count(Vote.ABSTAIN),
                        "all",
                        decision.households()),
                say.text("open.decisions.state." + decision.state()),
                decision.closedAt() == null ? "–" : say.day(decision.closedAt()));
    }
}
