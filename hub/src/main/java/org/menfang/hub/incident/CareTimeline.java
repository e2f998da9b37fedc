package org.menfang.hub.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.response.AlarmHistory;
import org.menfang.vocabulary.CompoundId;

/// What people did about alarms beside what the gates know: that somebody was there, and what it
/// turned out to be.
///
/// @param alarms those that are open, and those that ended at a time or later
public record CareTimeline(Function<Instant, List<AlarmHistory>> alarms) implements TimelineSource {
    @Override
    public List<HubAct> of(CompoundId compound, IncidentFacts facts) {
        return alarms.apply(facts.from()).stream()
                .filter(alarm -> alarm.alarm().compound().equals(compound))
                .filter(alarm -> facts.gates().contains(alarm.alarm().gate()))
                .flatMap(alarm -> acts(alarm).stream())
                .filter(act -> facts.holds(act.at()))
                .toList();
    }

    private static List<HubAct> acts(AlarmHistory alarm) {
        List<HubAct> acts = new ArrayList<>();
        if (alarm.alarm().byHub()) {
            // No gate tells of these.
            acts.add(act(alarm, alarm.heardAt(), "event.alarm-raised", ""));
        }
        add(acts, alarm, alarm.arrivedAt(), "cases.timeline.arrived", "");
        if (alarm.cause() != null) {
            add(
                    acts,
                    alarm,
                    alarm.endedAt(),
                    "cases.timeline.alarm-ended",
                    "#alarms.cause." + alarm.cause());
        }
        return acts;
    }

    private static void add(
            List<HubAct> acts, AlarmHistory alarm, @Nullable Instant at, String key, String cause) {
        if (at != null) {
            acts.add(act(alarm, at, key, cause));
        }
    }

    private static HubAct act(AlarmHistory alarm, Instant at, String key, String cause) {
        return new HubAct(
                at,
                "",
                alarm.point().source().id(),
                key,
                Map.of("kind", "#alarm." + alarm.point().kind(), "cause", cause));
    }
}
