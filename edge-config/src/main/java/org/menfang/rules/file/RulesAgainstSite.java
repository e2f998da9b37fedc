package org.menfang.rules.file;

import java.util.List;
import org.menfang.rules.RuleSet;
import org.menfang.site.Site;

/// Says whether a gate may obey a rule set that was found good in itself.
public final class RulesAgainstSite {
    private RulesAgainstSite() {}

    /// Compares a set with what a gate has. Where the text of the set is at hand, {@link
    /// RuleSetFiles#check(java.io.InputStream, Site)} also knows the lines.
    ///
    /// @return the faults, each with its path in the set; none if the gate may obey the set
    public static List<RuleFault> check(RuleSet rules, Site site) {
        RuleDraft draft = RuleDraft.of(rules);
        FaultList faults = new FaultList();
        PieceWalk walk = new PieceWalk(KnownNames.of(draft, site), faults);
        draft.rules().forEach(walk::check);
        SiteChecks.check(draft, site, faults);
        return faults.isEmpty() ? List.of() : faults.told();
    }
}
