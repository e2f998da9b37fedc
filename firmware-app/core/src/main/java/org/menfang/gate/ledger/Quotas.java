package org.menfang.gate.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.Turn;
import org.menfang.rules.Quota;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.QuotaId;
import org.menfang.wire.Grounds.QuotaUse;
import org.menfang.wire.Grounds.UseRef;

/// What households have used of their quotas, here and at the other gates.
///
/// A use counts for its period by the time that has passed for certain: while the clock is not
/// trusted, no use is forgotten before its time.
final class Quotas {
    private static final Comparator<UseRef> BY_TIME =
            Comparator.comparing(UseRef::at)
                    .thenComparing(UseRef::gate)
                    .thenComparingLong(UseRef::seq);

    private final GateId gate;
    private final Ledger ledger;

    Quotas(GateId gate, Ledger ledger) {
        this.gate = gate;
        this.ledger = ledger;
    }

    /// A household and one of its quotas.
    record Account(HouseholdId household, QuotaId quota) {
        String subject() {
            return household + "@" + quota;
        }
    }

    /// What a household has used.
    ///
    /// @param apart whether this gate cannot hear the others
    QuotaUse used(HouseholdId household, Quota quota, boolean apart, Instant now) {
        List<UseRef> uses = counting(household, quota, now);
        int own = (int) uses.stream().filter(use -> use.gate().equals(gate)).count();
        return new QuotaUse(quota.id(), uses.size(), own, apart);
    }

    void add(Turn turn, Account account, UseRef use) {
        List<UseRef> uses = new ArrayList<>(uses(account));
        if (uses.stream().anyMatch(known -> isSame(known, use))) {
            return;
        }
        uses.add(use);
        uses.sort(BY_TIME);
        int surplus = uses.size() - Limits.QUOTA_USES_KEPT_MAX;
        keep(turn, account, surplus > 0 ? uses.subList(surplus, uses.size()) : uses);
    }

    /// Gives back what a grant that nobody took had used.
    void giveBack(Turn turn, Account account, GateId at, long seq) {
        List<UseRef> left =
                uses(account).stream()
                        .filter(use -> !(use.gate().equals(at) && use.seq() == seq))
                        .toList();
        keep(turn, account, left);
    }

    /// The uses of a period that has too many, where the last of them is one of this gate; empty
    /// where all is well, or where another gate has to say it.
    List<UseRef> exceeded(Account account, @Nullable Quota quota) {
        List<UseRef> uses = uses(account);
        if (quota == null || uses.isEmpty() || !uses.getLast().gate().equals(gate)) {
            return List.of();
        }
        Instant begin = uses.getLast().at().minus(period(quota));
        List<UseRef> together = uses.stream().filter(use -> use.at().isAfter(begin)).toList();
        return together.size() > quota.usesMax() ? together : List.of();
    }

    /// Whether nothing of an entry counts any more.
    ///
    /// @param quota none where the rules no longer have it
    static boolean isOver(Entry.QuotaUses entry, @Nullable Quota quota, Instant now) {
        Duration period = quota == null ? Duration.ofHours(Quota.PERIOD_HOURS_MAX) : period(quota);
        return entry.uses().stream().noneMatch(use -> use.at().isAfter(now.minus(period)));
    }

    private List<UseRef> counting(HouseholdId household, Quota quota, Instant now) {
        Instant begin = now.minus(period(quota));
        return uses(new Account(household, quota.id())).stream()
                .filter(use -> use.at().isAfter(begin))
                .toList();
    }

    private static Duration period(Quota quota) {
        return Duration.ofHours(quota.periodHours());
    }

    private static boolean isSame(UseRef one, UseRef other) {
        return one.gate().equals(other.gate()) && one.seq() == other.seq();
    }

    private List<UseRef> uses(Account account) {
        Entry.QuotaUses found = ledger.find(Entry.QuotaUses.class, account.subject());
        return found == null ? List.of() : found.uses();
    }

    private void keep(Turn turn, Account account, List<UseRef> uses) {
        Entry.QuotaUses entry = new Entry.QuotaUses(account.household(), account.quota(), uses);
        if (uses.isEmpty()) {
            ledger.forget(turn, entry.key());
        } else {
            ledger.keep(turn, entry);
        }
    }
}
