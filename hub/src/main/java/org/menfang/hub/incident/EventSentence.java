package org.menfang.hub.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.page.Wording;
import org.menfang.hub.web.view.EventFacts;
import org.menfang.hub.web.view.EventView;
import org.menfang.hub.web.view.GateNames;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.wire.EventBody;

/// Says in words what stands in a time line, as the board says it.
///
/// @param text of a key
/// @param alarms which kind each alarm of the time line is, by gate and number
record EventSentence(UnaryOperator<String> text, Map<String, AlarmKind> alarms) {
    static EventSentence of(Timeline timeline, UnaryOperator<String> text) {
        Map<String, AlarmKind> alarms = new HashMap<>();
        for (Timeline.Item item : timeline.items()) {
            if (item instanceof Timeline.AtGate at
                    && at.kept().event().event().body() instanceof EventBody.AlarmRaised raised) {
                alarms.put(alarm(at.kept().event(), raised.alarm().value()), raised.kind());
            }
        }
        return new EventSentence(text, Map.copyOf(alarms));
    }

    private static String alarm(LoggedEvent event, long number) {
        return event.event().gate() + "/" + number;
    }

    String say(Timeline.Item item) {
        return switch (item) {
            case Timeline.AtGate at -> say(at.kept().event());
            case Timeline.AtHub(TimelineSource.HubAct act) -> fill(act.key(), act.values());
        };
    }

    private String say(LoggedEvent event) {
        EventView view = EventView.of(event, new GateNames(Board.EMPTY));
        EventFacts facts = view.facts();
        Map<String, String> values = new HashMap<>();
        values.put("by", facts.by() == null ? text.apply("alarm.somebody") : facts.by().value());
        values.put("reason", facts.reason() == null ? "" : text.apply("deny." + facts.reason()));
        values.put("mode", facts.mode() == null ? "" : text.apply("door.mode." + facts.mode()));
        values.put("kind", kind(event, facts));
        values.put(
                "outcome", facts.outcome() == null ? "" : text.apply("outcome." + facts.outcome()));
        values.put("count", String.valueOf(facts.count() == null ? 0 : facts.count()));
        values.put("detail", facts.detail() == null ? "" : facts.detail());
        boolean unknown = event.event().body() instanceof EventBody.Unrecognised;
        return fill(unknown ? "event.unrecognised" : key(view.type(), facts), values);
    }

    private String kind(LoggedEvent event, EventFacts facts) {
        Long number = facts.alarm();
        if (number == null) {
            return "";
        }
        AlarmKind kind = alarms.get(alarm(event, number));
        return kind == null
                ? text.apply("event.alarm.some").replace("{alarm}", String.valueOf(number))
                : text.apply("alarm." + kind);
    }

    private static String key(String type, EventFacts facts) {
        String key = "event." + type;
        String by = facts.by() == null ? "" : ".by";
        return switch (type) {
            case "lamp-switched" -> key + (Boolean.TRUE.equals(facts.on()) ? ".on" : ".off");
            case "time-trust-changed" -> key + "." + facts.trust();
            case "level-changed" -> key + "." + facts.level() + by;
            case "door-mode-changed" -> key + by;
            default -> key;
        };
    }

    private String fill(String key, Map<String, String> values) {
        Map<String, String> said = new HashMap<>(values);
        said.replaceAll(
                (_, value) -> value.startsWith("#") ? text.apply(value.substring(1)) : value);
        return Wording.fill(text.apply(key), said);
    }
}
