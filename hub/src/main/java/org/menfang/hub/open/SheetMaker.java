package org.menfang.hub.open;

import java.util.List;
import org.menfang.vocabulary.CompoundId;

/// Makes the sheet of a compound from what is known of it.
final class SheetMaker {
    private SheetMaker() {}

    /// The haves are those of this moment, the figures are of the span.
    static Sheet make(Say say, CompoundId compound, PublicFacts facts) {
        DecidedParts decided = new DecidedParts(say, facts);
        RuleParts rules = new RuleParts(say, facts);
        return new Sheet(
                compound.value(),
                say.fill(
                        "open.span",
                        "from",
                        say.day(facts.span().from()),
                        "to",
                        say.day(facts.span().to().minusMillis(1))),
                say.time(facts.now()),
                new HavesMeasured(say, facts).all(),
                List.of(
                        new MeasuredParts(say, facts).uptime(),
                        new AlarmParts(say, facts).alarms(),
                        new RoundParts(say, facts).rounds(),
                        decided.repairs(),
                        rules.rules(),
                        rules.decisions(),
                        decided.money()),
                Sheet.Chain.of(
                        facts.head(), facts.head().seq() == 0 ? "–" : say.time(facts.head().at())));
    }
}
