package org.menfang.gate.sqlite;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;

/// One change of the ledger.
///
/// @param entry what stands under the key from now on; none strikes it
record LedgerChange(EntryKey key, @Nullable Entry entry) {
    static LedgerChange keep(Entry entry) {
        return new LedgerChange(entry.key(), entry);
    }

    static LedgerChange forget(EntryKey key) {
        return new LedgerChange(key, null);
    }
}
