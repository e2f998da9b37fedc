package org.menfang.sim.compound;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rules.InMemoryRuleShelf;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.gate.rules.RulesChange;
import org.menfang.gate.rules.RulesIntake;
import org.menfang.rules.RuleSet;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.site.Site;
import org.menfang.vocabulary.Sha256;

/// The rule sets of one gate, on the same disk as its journal.
public final class RuleCupboard implements RuleShelf {
    private final Site site;
    private final RuleReadings readings;
    private final VirtualDisk disk;
    private final InMemoryRuleShelf shelf = new InMemoryRuleShelf();
    private @Nullable InForce inForce;

    private record InForce(RuleParcel parcel, long version, Sha256 textDigest) {}

    RuleCupboard(Site site, RuleReadings readings, VirtualDisk disk) {
        this.site = site;
        this.readings = readings;
        this.disk = disk;
    }

    /// What is in force on this gate; null for nothing.
    public @Nullable RuleSet rules() {
        InForce now = inForce;
        return now == null ? null : readings.of(now.parcel());
    }

    /// The version that is in force; 0 for none.
    public long version() {
        InForce now = inForce;
        return now == null ? 0 : now.version();
    }

    /// What the gate decides by when it starts.
    AccessTable table() {
        RuleSet rules = rules();
        return rules == null ? AccessTable.empty(site) : AccessTable.of(site, rules);
    }

    /// What the gate does with the sets that come.
    ///
    /// @param change what is done to a table before it decides
    RulesIntake intake(Inbox inbox, UnaryOperator<AccessTable> change) {
        InForce now = inForce;
        return new RulesIntake(
                new RulesIntake.Parts(
                        readings::keys,
                        site,
                        this,
                        rules -> change.apply(AccessTable.of(site, rules)),
                        inbox),
                now == null
                        ? null
                        : new RulesIntake.InForce(
                                now.version(), now.parcel().digest(), now.textDigest()));
    }

    @Override
    public RulesChange putInForce(RuleParcel parcel, long version, Sha256 textDigest) {
        if (disk.health() != DiskHealth.WORKS) {
            return new RulesChange.Failed("the disk " + disk.health());
        }
        RulesChange change = shelf.putInForce(parcel, version, textDigest);
        if (change instanceof RulesChange.Replaced) {
            inForce = new InForce(parcel, version, textDigest);
        }
        return change;
    }

    @Override
    public RuleSearch find(long version) {
        return shelf.find(version);
    }
}
