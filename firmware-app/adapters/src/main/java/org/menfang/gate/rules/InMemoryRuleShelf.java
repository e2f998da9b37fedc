package org.menfang.gate.rules;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.vocabulary.Sha256;

/// A shelf whose disk is a map, and can fail a number of times.
public final class InMemoryRuleShelf implements RuleShelf {
    private final TreeMap<Long, Map.Entry<Sha256, RuleParcel>> sets = new TreeMap<>();
    private final AtomicInteger failures = new AtomicInteger();

    /// The next so many sets find a disk that fails.
    public void failNext(int times) {
        failures.set(times);
    }

    @Override
    public synchronized RulesChange putInForce(RuleParcel parcel, long version, Sha256 textDigest) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new RulesChange.Failed("the disk fails");
        }
        long inForce = sets.isEmpty() ? 0 : sets.lastKey();
        if (version < inForce) {
            return new RulesChange.Refused(
                    "version " + version + " is older than " + inForce + ", in force");
        }
        if (version == inForce && !sets.lastEntry().getValue().getKey().equals(textDigest)) {
            return new RulesChange.Refused(
                    "version " + version + " is in force and says something else");
        }
        sets.put(version, Map.entry(textDigest, parcel));
        return new RulesChange.Replaced();
    }

    @Override
    public synchronized RuleSearch find(long version) {
        Map.Entry<Sha256, RuleParcel> found = sets.get(version);
        return found == null ? new RuleSearch.NotKept() : new RuleSearch.Found(found.getValue());
    }
}
