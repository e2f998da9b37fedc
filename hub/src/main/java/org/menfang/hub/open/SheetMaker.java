package org.menfang.hub.open;

import java.util.ArrayList;
import java.util.List;
import org.menfang.vocabulary.CompoundId;

/// Makes the sheet of a compound from what is known of it.
final class SheetMaker {
    private SheetMaker() {}

    /// The sheet that stands for now: the haves are live, the figures are of the span.
    static Sheet make(Say say, CompoundId compound, PublicFacts facts) {
        List<Sheet.Part> parts = new ArrayList<>();
        MeasuredParts measured = new MeasuredParts(say, facts);
        parts.add(measured.uptime());
        DecidedParts decided = new DecidedParts(say, facts);
        parts.add(decided.repairs());
        parts.add(decided.money());
        return new Sheet(
                compound.value(),
                say.fill(
                        "open.span",
                        "from",
                        say.day(facts.span().from()),
                        "to",
                        say.day(facts.span().to().minusSeconds(1))),
                say.time(facts.now()),
                new HavesMeasured(say, facts).all(),
                parts,
                Sheet.Chain.of(
                        facts.head(), facts.head().seq() == 0 ? "–" : say.time(facts.head().at())));
    }
}
