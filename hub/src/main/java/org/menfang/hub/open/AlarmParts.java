package org.menfang.hub.open;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.hub.open.Sheet.Fact;
import org.menfang.hub.response.AlarmHistory;
import org.menfang.vocabulary.AlarmKind;

/// The table of alarms: how many of each class there were, and how fast somebody answered.
final class AlarmParts {
    private final Say say;
    private final PublicFacts facts;

    AlarmParts(Say say, PublicFacts facts) {
        this.say = say;
        this.facts = facts;
    }

    Sheet.Part alarms() {
        Map<AlarmKind, List<AlarmHistory>> byKind = new TreeMap<>();
        facts.alarms()
                .forEach(alarm ->
                        byKind.computeIfAbsent(alarm.point().kind(), _ -> new ArrayList<>())
                                .add(alarm));
        List<Fact> sums =
                List.of(
                        new Fact(
                                say.text("open.alarms.all"),
                                Integer.toString(facts.alarms().size())),
                        new Fact(say.text("open.alarms.median"), median(facts.alarms())),
                        new Fact(
                                say.text("open.alarms.unanswered"),
                                Long.toString(unanswered(facts.alarms()))));
        return new Sheet.Part(
                "alarms",
                say.text("open.alarms"),
                say.text("open.alarms.explain"),
                sums,
                List.of(
                        say.text("open.alarms.class"),
                        say.text("open.alarms.count"),
                        say.text("open.alarms.median"),
                        say.text("open.alarms.longest"),
                        say.text("open.alarms.unanswered")),
                byKind.entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue()))
                        .toList(),
                say.text("open.alarms.none"));
    }

    private List<String> row(AlarmKind kind, List<AlarmHistory> alarms) {
        List<Duration> times = answerTimes(alarms);
        return List.of(
                say.text("alarm." + kind) + " · " + say.text("alarm.priority." + kind.priority()),
                Integer.toString(alarms.size()),
                median(alarms),
                times.isEmpty() ? "–" : say.span(times.getLast()),
                Long.toString(unanswered(alarms)));
    }

    private String median(List<AlarmHistory> alarms) {
        List<Duration> times = answerTimes(alarms);
        return times.isEmpty() ? "–" : say.span(times.get((times.size() - 1) / 2));
    }

    /// The shortest first.
    private static List<Duration> answerTimes(List<AlarmHistory> alarms) {
        List<Duration> times = new ArrayList<>();
        for (AlarmHistory alarm : alarms) {
            if (alarm.answeredAt() != null) {
                times.add(Duration.between(alarm.heardAt(), alarm.answeredAt()));
            }
        }
        times.sort(null);
        return times;
    }

    private static long unanswered(List<AlarmHistory> alarms) {
        return alarms.stream().filter(alarm -> alarm.answeredAt() == null).count();
    }
}
