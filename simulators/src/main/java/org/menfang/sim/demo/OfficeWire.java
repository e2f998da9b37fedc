package org.menfang.sim.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.menfang.json.JsonTree;
import org.menfang.sim.rest.RestClient;
import org.menfang.site.LampPlan;

/// A wire that somebody cut. The volunteer puts the alarm out of service with a repair, the wire is
/// mended, and ten whole minutes later the hub itself closes the repair: by the measurement.
final class OfficeWire {
    private static final Duration ALARM_WAIT_MAX = Duration.ofSeconds(60);

    private OfficeWire() {}

    /// The last lamp whose line is watched; thieves of the demo take the first.
    static void cutAndMend(Office office) throws IOException, InterruptedException, DemoFailure {
        List<LampPlan> watched = office.lamps().stream().filter(LampPlan::sensesLine).toList();
        if (watched.isEmpty()) {
            return;
        }
        LampPlan lamp = watched.getLast();
        office.unless("/repairs", lamp.name(), () -> cutAndMend(office, lamp));
    }

    private static void cutAndMend(Office office, LampPlan lamp)
            throws IOException, InterruptedException, DemoFailure {
        try (RestClient hands = new RestClient(RestClient.portIn(office.folder().gate()))) {
            touch(hands, lamp, "cut");
            String alarm = awaitAlarm(office, lamp);
            office.volunteer().act(alarm + "/acknowledge");
            office.volunteer().act(alarm + "/out-of-service");
            touch(hands, lamp, "mend");
        }
    }

    private static void touch(RestClient hands, LampPlan lamp, String how)
            throws IOException, InterruptedException, DemoFailure {
        String path = "lamps/" + lamp.id() + "/" + how;
        if (!hands.act(path, JsonTree.object().build()).ok()) {
            throw new DemoFailure(path + ": not done");
        }
    }

    /// Where people answer the alarm of a cut line.
    private static String awaitAlarm(Office office, LampPlan lamp)
            throws IOException, InterruptedException, DemoFailure {
        Pattern cut =
                Pattern.compile(
                        "\"id\":(\\d+),\"kind\":\"LAMP_LINE_CUT\"[^}]*\"id\":\""
                                + lamp.id()
                                + "\"");
        long until = System.nanoTime() + ALARM_WAIT_MAX.toNanos();
        while (System.nanoTime() < until) {
            Matcher alarm = cut.matcher(office.volunteer().page("/api/v1/board"));
            if (alarm.find()) {
                return "/api/v1/alarms/"
                        + office.compound()
                        + "/"
                        + office.gate()
                        + "/"
                        + alarm.group(1);
            }
            office.pause();
        }
        throw new DemoFailure("no alarm: " + lamp.name());
    }
}
