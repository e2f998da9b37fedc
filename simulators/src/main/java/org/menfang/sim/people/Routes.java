package org.menfang.sim.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.LockKind;

/// Which ways lead from one area to another.
final class Routes {
    private final Site site;

    Routes(Site site) {
        this.site = site;
    }

    /// The area in which people have left the compound.
    AreaId outside() {
        return site.areas().stream()
                .filter(AreaPlan::outside)
                .map(AreaPlan::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the site has no outside"));
    }

    /// The area where the houses stand: the first one behind a gate.
    AreaId home() {
        AreaId outside = outside();
        return site.accessPoints().stream()
                .filter(point -> point.from().equals(outside))
                .map(AccessPointPlan::to)
                .findFirst()
                .orElse(outside);
    }

    /// An area whose name holds a word.
    Optional<AreaId> named(String word) {
        return site.areas().stream()
                .map(AreaPlan::id)
                .filter(area -> area.value().contains(word))
                .findFirst();
    }

    /// The access points that lead on, one step, by a shortest way; empty if there is none.
    List<AccessPointPlan> next(AreaId from, AreaId to) {
        Map<AreaId, Integer> distances = distancesTo(to);
        Integer here = distances.get(from);
        if (here == null || here == 0) {
            return List.of();
        }
        return walked().filter(point -> point.from().equals(from))
                .filter(point -> distances.getOrDefault(point.to(), here) == here - 1)
                .toList();
    }

    private Map<AreaId, Integer> distancesTo(AreaId to) {
        Map<AreaId, Integer> distances = new LinkedHashMap<>();
        Deque<AreaId> open = new ArrayDeque<>(List.of(to));
        distances.put(to, 0);
        while (!open.isEmpty()) {
            AreaId area = open.remove();
            int next = distances.getOrDefault(area, 0) + 1;
            for (AreaId before : areasBefore(area)) {
                if (distances.putIfAbsent(before, next) == null) {
                    open.add(before);
                }
            }
        }
        return distances;
    }

    private List<AreaId> areasBefore(AreaId area) {
        List<AreaId> before = new ArrayList<>();
        walked().filter(point -> point.to().equals(area))
                .forEach(point -> before.add(point.from()));
        return before;
    }

    /// Nobody walks where vehicles drive.
    private Stream<AccessPointPlan> walked() {
        return site.accessPoints().stream()
                .filter(point ->
                        site.door(point.door())
                                .filter(door -> door.lock() == LockKind.BARRIER)
                                .isEmpty());
    }
}
