package org.menfang.hub.rulebook;

import java.util.List;
import org.menfang.hub.people.NewsLine;

/// The rules of one compound that are in force.
///
/// @param decided who decided, when, and where it is written; empty where nobody wrote it down
/// @param executed who executed and checked it, and since when; empty where it came by command line
public record RulesView(
        String compound,
        long version,
        String decided,
        String executed,
        int holders,
        int cards,
        int quarantines,
        List<String> quotas,
        List<NewsLine> gates) {
    public RulesView {
        quotas = List.copyOf(quotas);
        gates = List.copyOf(gates);
    }
}
