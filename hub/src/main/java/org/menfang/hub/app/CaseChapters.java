package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.incident.Incidents;
import org.menfang.hub.repair.Repairs;

/// What is known of repairs and incidents.
record CaseChapters(Repairs repairs, Incidents incidents) {
    static CaseChapters empty() {
        return new CaseChapters(new Repairs(), new Incidents());
    }

    List<Chapter> all() {
        return List.of(repairs, incidents);
    }
}
