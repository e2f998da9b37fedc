package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.keep.Keeping;
import org.menfang.hub.money.Ledgers;
import org.menfang.hub.open.Reports;

/// What is known of the accounts, of reports, of what was forgotten and copied.
record OpenChapters(Ledgers ledgers, Reports reports, Keeping keeping) {
    static OpenChapters empty() {
        return new OpenChapters(new Ledgers(), new Reports(), new Keeping());
    }

    List<Chapter> all() {
        return List.of(ledgers, reports, keeping);
    }
}
