package org.menfang.hub.money;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;

/// The accounts of all compounds.
public final class Ledgers implements Chapter {
    private final Map<CompoundId, Ledger> byCompound = new TreeMap<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("money.income-booked", MoneyEntry.IncomeBooked.class),
                new EntryType<>("money.expense-booked", MoneyEntry.ExpenseBooked.class),
                new EntryType<>("money.confirmed", MoneyEntry.Confirmed.class),
                new EntryType<>("money.countered", MoneyEntry.Countered.class),
                new EntryType<>("money.month-closed", MoneyEntry.MonthClosed.class),
                new EntryType<>("money.two-keys-set", MoneyEntry.TwoKeysSet.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof MoneyEntry change) {
            byCompound.computeIfAbsent(change.compound(), _ -> new Ledger()).take(entry, change);
        }
    }

    Ledger of(CompoundId compound) {
        return byCompound.getOrDefault(compound, new Ledger());
    }
}
