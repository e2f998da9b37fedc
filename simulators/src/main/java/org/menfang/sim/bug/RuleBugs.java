package org.menfang.sim.bug;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.Credential;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.RuleSet;
import org.menfang.sim.compound.Seams;
import org.menfang.site.Site;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.GateId;

/// Gates that read their rules wrongly.
final class RuleBugs {
    private RuleBugs() {}

    /// The set that is in force is read as another one.
    private static Seams reading(Site site, UnaryOperator<RuleSet> wrongly) {
        return new Seams() {
            @Override
            public AccessTable rules(GateId gate, AccessTable table) {
                RuleSet rules = table.rules();
                return rules == null ? table : AccessTable.of(site.of(gate), wrongly.apply(rules));
            }
        };
    }

    static Seams withoutQuotas(Site site) {
        return reading(
                site,
                rules ->
                        with(
                                rules,
                                rules.credentials(),
                                new HouseholdRules(List.of(), rules.households().quarantines())));
    }

    static Seams lostCardsAdmitted(Site site) {
        return reading(
                site,
                rules ->
                        with(
                                rules,
                                rules.credentials().stream()
                                        .map(each ->
                                                each.status() == CredentialStatus.LOST
                                                        ? active(each)
                                                        : each)
                                        .toList(),
                                rules.households()));
    }

    static Seams nothingExpires(Site site) {
        return reading(
                site,
                rules ->
                        with(
                                rules,
                                rules.credentials().stream().map(RuleBugs::withoutEnd).toList(),
                                rules.households()));
    }

    /// Every gate goes on with the first set that it ever had.
    static Seams neverNew() {
        return new Seams() {
            private @Nullable AccessTable first;

            @Override
            public AccessTable rules(GateId gate, AccessTable table) {
                AccessTable known = first == null ? table : first;
                first = known;
                return known;
            }
        };
    }

    private static Credential active(Credential lost) {
        return new Credential(
                lost.identifier(),
                lost.holder(),
                lost.type(),
                CredentialStatus.ACTIVE,
                lost.validFrom(),
                lost.validUntil(),
                lost.pin(),
                lost.duressPin(),
                lost.tagKey());
    }

    private static Credential withoutEnd(Credential ending) {
        return new Credential(
                ending.identifier(),
                ending.holder(),
                ending.type(),
                ending.status(),
                ending.validFrom(),
                null,
                ending.pin(),
                ending.duressPin(),
                ending.tagKey());
    }

    private static RuleSet with(
            RuleSet rules, List<Credential> credentials, HouseholdRules households) {
        return new RuleSet(
                rules.compound(),
                rules.version(),
                rules.decided(),
                rules.gates(),
                rules.specialDays(),
                rules.schedules(),
                rules.profiles(),
                rules.holders(),
                credentials,
                rules.places(),
                households,
                rules.recognition(),
                rules.levels(),
                rules.passes());
    }
}
