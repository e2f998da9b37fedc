package org.menfang.gate.sqlite;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.gate.rules.RulesChange;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.vocabulary.Sha256;

/// The rule sets of a gate in SQLite, stored and read step by step, so that events go between.
final class SqliteRuleShelf implements RuleShelf {
    private final ArchiveSteps steps;
    private final RuleArchiveLimits limits;
    private final ReentrantLock storing = new ReentrantLock();

    SqliteRuleShelf(ArchiveSteps steps, RuleArchiveLimits limits) {
        this.steps = steps;
        this.limits = limits;
    }

    @Override
    public RulesChange putInForce(RuleParcel parcel, long version, Sha256 textDigest) {
        storing.lock();
        try {
            Optional<String> refusal =
                    steps.perform(archive -> archive.refusal(version, textDigest));
            return refusal.isPresent()
                    ? new RulesChange.Refused(refusal.get())
                    : store(parcel, version, textDigest);
        } catch (SQLException e) {
            return new RulesChange.Failed(StorageFault.why(e));
        } finally {
            storing.unlock();
        }
    }

    private RulesChange store(RuleParcel parcel, long version, Sha256 textDigest)
            throws SQLException {
        sweep();
        long place = steps.perform(RuleArchive::freePlace);
        byte[] bytes = parcel.bytes();
        int piece = 0;
        for (int from = 0; from < bytes.length; from += limits.pieceBytesMax()) {
            int to = Math.min(bytes.length, from + limits.pieceBytesMax());
            byte[] part = Arrays.copyOfRange(bytes, from, to);
            int number = piece++;
            steps.perform(archive -> {
                archive.writePiece(place, number, part);
                return number;
            });
        }
        RuleArchive.Kept set = RuleArchive.Kept.of(place, parcel, version, textDigest);
        RulesChange change = steps.perform(archive -> archive.putInForce(set));
        sweepIfPossible();
        return change;
    }

    private void sweep() throws SQLException {
        boolean more = true;
        while (more) {
            more = steps.perform(RuleArchive::sweep);
        }
    }

    /// The set is in force already; what is left over is swept away before the next one.
    private void sweepIfPossible() {
        try {
            sweep();
        } catch (SQLException e) {
            System.getLogger(SqliteRuleShelf.class.getName())
                    .log(System.Logger.Level.INFO, "old rules are swept away later", e);
        }
    }

    @Override
    public RuleSearch find(long version) {
        try {
            Optional<RuleArchive.Kept> kept = steps.perform(archive -> archive.find(version));
            return kept.isEmpty() ? new RuleSearch.NotKept() : read(kept.get());
        } catch (SQLException e) {
            return new RuleSearch.Unreadable(StorageFault.why(e));
        } catch (IllegalArgumentException e) {
            // A value that no rule set has: it was not stored like that.
            return new RuleSearch.Unreadable(
                    "the archive of rules holds what it cannot: " + e.getMessage());
        }
    }

    private RuleSearch read(RuleArchive.Kept set) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int piece = 0;
        while (bytes.size() < set.bytes()) {
            int number = piece++;
            byte[] next = steps.perform(archive -> archive.piece(set.place(), number));
            if (next.length == 0) {
                break;
            }
            bytes.writeBytes(next);
        }
        RuleParcel parcel = new RuleParcel(set.form(), bytes.toByteArray());
        return bytes.size() == set.bytes() && parcel.digest().equals(set.digest())
                ? new RuleSearch.Found(parcel)
                : new RuleSearch.Unreadable("the rule set does not match its digest");
    }
}
