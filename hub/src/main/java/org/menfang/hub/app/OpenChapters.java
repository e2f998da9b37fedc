package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.money.Ledgers;

/// What is known of the accounts.
record OpenChapters(Ledgers ledgers) {
    static OpenChapters empty() {
        return new OpenChapters(new Ledgers());
    }

    List<Chapter> all() {
        return List.of(ledgers);
    }
}
