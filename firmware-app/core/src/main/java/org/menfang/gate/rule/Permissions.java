package org.menfang.gate.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.menfang.vocabulary.AccessPointId;

/// Which access points some profiles open together, each with its timetables. Its hash table is
/// looked up and never walked.
final class Permissions {
    private final Map<AccessPointId, List<Timetable>> timetables = new HashMap<>();

    void add(AccessPointId accessPoint, Timetable timetable) {
        timetables.computeIfAbsent(accessPoint, _ -> new ArrayList<>(1)).add(timetable);
    }

    /// The timetables of an access point; empty where it is not permitted at any time.
    List<Timetable> at(AccessPointId accessPoint) {
        return timetables.getOrDefault(accessPoint, List.of());
    }
}
