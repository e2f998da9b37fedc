package org.menfang.hub.escalation;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Board;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Wording;
import org.menfang.hub.response.Places;
import org.menfang.vocabulary.OperatorName;

/// What people are told of an alarm: its kind, its place and its time, and nothing personal.
final class CallTexts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /// A text of one language.
    @FunctionalInterface
    interface Texts {
        String text(Language language, String key);
    }

    private final Texts texts;
    private final ZoneId zone;

    CallTexts(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /// The words that both notices and repairs use. What is filled in is not looked at again.
    String say(Language language, String key, Map<String, String> values) {
        String text = Wording.fill(texts.text(language, key), values);
        return text.length() <= Notice.TEXT_CHARS_MAX
                ? text
                : text.substring(0, Notice.TEXT_CHARS_MAX);
    }

    String call(Language language, String key, Board board, AlarmCard card, int folded) {
        String place =
                folded > 1
                        ? say(
                                language,
                                "alarms.call.folded",
                                Map.of(
                                        "place",
                                        Places.gate(board, card),
                                        "count",
                                        Integer.toString(folded)))
                        : Places.of(board, card);
        return say(
                language,
                key,
                Map.of(
                        "priority",
                        texts.text(language, "alarm.priority." + card.kind().priority()),
                        "kind",
                        texts.text(language, "alarm." + card.kind()),
                        "place",
                        place,
                        "time",
                        TIME.format(card.heardAt().atZone(zone))));
    }

    static String topic(AlarmCard card, String what, List<OperatorName> to) {
        return "alarm/"
                + card.ref().compound()
                + "/"
                + card.ref().gate()
                + "/"
                + (card.ref().byHub() ? "hub-" : "")
                + card.ref().alarm()
                + "/"
                + what
                + (to.isEmpty() ? "" : "/persons");
    }
}
