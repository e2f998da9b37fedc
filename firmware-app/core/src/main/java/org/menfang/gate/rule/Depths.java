package org.menfang.gate.rule;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.vocabulary.AreaId;

/// How many doors lie between each area and the outside, by the shortest way: the street 0, the
/// yard 1, a staircase 2.
final class Depths {
    private final TreeMap<AreaId, Integer> depths = new TreeMap<>();

    Depths(List<AreaPlan> areas, List<AccessPointPlan> points) {
        ArrayDeque<AreaId> reached = new ArrayDeque<>();
        areas.stream().filter(AreaPlan::outside).map(AreaPlan::id).forEach(reached::add);
        reached.forEach(area -> depths.put(area, 0));
        while (!reached.isEmpty()) {
            AreaId area = reached.remove();
            int next = of(area) + 1;
            for (AccessPointPlan point : points) {
                reach(point, area, next, reached);
            }
        }
    }

    /// An area to which no door leads lies deepest.
    int of(AreaId area) {
        return depths.getOrDefault(area, Integer.MAX_VALUE);
    }

    private void reach(AccessPointPlan point, AreaId area, int depth, ArrayDeque<AreaId> reached) {
        AreaId other = null;
        if (point.from().equals(area)) {
            other = point.to();
        } else if (point.to().equals(area)) {
            other = point.from();
        }
        if (other != null && depths.putIfAbsent(other, depth) == null) {
            reached.add(other);
        }
    }
}
