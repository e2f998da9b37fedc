package org.menfang.hub.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.menfang.hub.notify.WayHealth;
import org.menfang.hub.web.Figure;
import org.menfang.hub.web.Readiness;

/// How the ways of telling people do, for machines.
final class WayFigures {
    private static final double MILLIS_A_SECOND = 1e3;

    private WayFigures() {}

    static List<Figure> of(List<WayHealth> all) {
        List<Figure> figures = new ArrayList<>();
        for (WayHealth each : all) {
            Map<String, String> way = Map.of("way", each.way().id().value());
            if (each.trace().succeededAt() != null) {
                figures.add(
                        new Figure(
                                "menfang_hub_way_last_success_seconds",
                                "When a way took a message last, in seconds since 1970.",
                                false,
                                way,
                                each.trace().succeededAt().toEpochMilli() / MILLIS_A_SECOND));
            }
            figures.add(
                    new Figure(
                            "menfang_hub_way_waiting",
                            "Messages that wait for a way.",
                            false,
                            way,
                            each.waiting()));
            WayHealth.Figures counts = each.figures();
            figures.add(count("sent", "Messages that a way took.", way, counts.sent()));
            figures.add(count("failed", "Tries of a way in vain.", way, counts.failed()));
            figures.add(count("lost", "Messages that a way never told.", way, counts.lost()));
        }
        return figures;
    }

    private static Figure count(String name, String help, Map<String, String> way, long value) {
        return new Figure("menfang_hub_way_" + name, help, true, way, value);
    }

    /// How many ways work. A hub whose robots are gone still does its own work: whoever starts it
    /// again would mend nothing.
    static Readiness readiness(List<WayHealth> all) {
        long working = all.stream().filter(each -> each.state() == WayHealth.State.WORKS).count();
        return new Readiness(
                "ways",
                true,
                working
                        + " of "
                        + all.size()
                        + " work"
                        + (WayHealth.isGroupDeaf(all) ? "; the group hears of nothing" : ""));
    }
}
