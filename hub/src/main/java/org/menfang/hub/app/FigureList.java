package org.menfang.hub.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.menfang.hub.loop.HubFigures;
import org.menfang.hub.notify.WayHealth;
import org.menfang.hub.web.Figure;

/// The hub's own numbers under the names that `/metrics` shows.
final class FigureList {
    private static final double NANOS_A_SECOND = 1e9;

    private final List<Figure> figures = new ArrayList<>();

    private FigureList() {}

    static List<Figure> of(HubFigures now, List<WayHealth> ways) {
        FigureList list = new FigureList();
        list.addCounters(now);
        list.addGauges(now);
        list.figures.addAll(WayFigures.of(ways));
        return list.figures;
    }

    private void addCounters(HubFigures now) {
        count("events_stored", "Events stored.", now.events());
        count("events_repeated", "Events that came again.", now.repeatedEvents());
        count("events_missing", "Events that count as missing.", now.missingEvents());
        count("events_refused", "Events that broke their chain.", now.refusedEvents());
        count("gaps_seen", "Batches that began too late.", now.gapsSeen());
        count("heads_genuine", "Signed heads that are right.", now.headsGenuine());
        count("heads_bad", "Signed heads that are wrong.", now.headsBad());
        count("quarantined", "Messages and events put into quarantine.", now.quarantined());
        count("messages", "Messages taken from the broker.", now.messages());
        count("messages_dropped", "Messages dropped for want of room.", now.messagesDropped());
        count("commits", "Groups of changes made durable.", now.commits());
        count("commits_failed", "Groups that could not be stored at once.", now.commitsFailed());
        count("inputs_failed", "Inputs on which a handler failed.", now.inputsFailed());
        count("commands_sent", "Commands sent to gates.", now.commandsSent());
        count("commands_unanswered", "Commands without an answer.", now.commandsUnanswered());
        figures.add(
                new Figure(
                        "menfang_hub_commit_seconds",
                        "Time spent in commits.",
                        true,
                        Map.of(),
                        now.commitNanos() / NANOS_A_SECOND));
    }

    private void addGauges(HubFigures now) {
        gauge("inbox_inputs", "Inputs that wait.", now.inboxInputs());
        gauge("gates", "Gates that were ever heard.", now.gates());
        gauge("gates_online", "Gates whose link stands.", now.gatesOnline());
        gauge("alarms_open", "Alarms that nobody has reset.", now.openAlarms());
        gauge("link_up", "Whether the link to the broker stands.", now.linkUp() ? 1 : 0);
        gauge("storage_works", "Whether the last commit went well.", now.storageWorks() ? 1 : 0);
    }

    private void count(String name, String help, long value) {
        figures.add(new Figure("menfang_hub_" + name, help, true, Map.of(), value));
    }

    private void gauge(String name, String help, long value) {
        figures.add(new Figure("menfang_hub_" + name, help, false, Map.of(), value));
    }
}
