package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.repair.Repairs;

/// What is known of repairs and incidents.
record CaseChapters(Repairs repairs) {
    static CaseChapters empty() {
        return new CaseChapters(new Repairs());
    }

    List<Chapter> all() {
        return List.of(repairs);
    }
}
