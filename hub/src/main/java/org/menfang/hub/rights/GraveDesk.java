package org.menfang.hub.rights;

import org.menfang.hub.book.Outcome;
import org.menfang.vocabulary.OperatorName;

/// Where grave acts are proposed. Who performs them registers when the hub starts.
public interface GraveDesk {
    /// The page on which grave acts wait for the second person. Whoever has proposed one is led
    /// there, and told so by {@link #PROPOSED}.
    String PAGE = "/two-persons";

    /// The text for that page.
    String PROPOSED = "said.rights.proposed";

    /// @param name under which acts of this kind stand in the log, as `people.import`
    <A extends GraveAct> void register(String name, Class<A> type, GravePerformer<A> performer);

    /// Proposes an act. It is carried out when another person of another body confirms it within a
    /// day, and never otherwise.
    Outcome propose(OperatorName by, GraveAct act);
}
