package org.menfang.gate.rules;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.ReentrantLock;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.vocabulary.Sha256;

/// A shelf that keeps the set in force in a file as well, for a day without a database.
///
/// A set that cannot be written into the file does not come into force: the file would be left with
/// an older one.
public final class KeptRuleShelf implements RuleShelf {
    private static final Logger LOG = System.getLogger(KeptRuleShelf.class.getName());

    private final RuleShelf shelf;
    private final LastGoodRules file;
    private final ReentrantLock storing = new ReentrantLock();

    public KeptRuleShelf(RuleShelf shelf, LastGoodRules file) {
        this.shelf = shelf;
        this.file = file;
    }

    @Override
    public RulesChange putInForce(RuleParcel parcel, long version, Sha256 textDigest) {
        storing.lock();
        try {
            long newest = file.newestVersion();
            if (version < newest) {
                return new RulesChange.Refused(
                        "version " + version + " is older than " + newest + ", in force");
            }
            file.prepare(parcel, version);
            RulesChange change = shelf.putInForce(parcel, version, textDigest);
            switch (change) {
                case RulesChange.Replaced() -> file.confirm();
                case RulesChange.Refused _ -> file.discard();
                // Nobody knows whether it is in force: the set stays beside the old one.
                case RulesChange.Failed _ -> {}
            }
            return change;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a rule set cannot be kept in a file", e);
            return new RulesChange.Failed("no copy of the rules could be kept: " + e);
        } finally {
            storing.unlock();
        }
    }

    @Override
    public RuleSearch find(long version) {
        return shelf.find(version);
    }
}
