package org.menfang.sim.check;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;

/// No two texts of one gate have the same number in the same stream, neither on its disk nor on
/// their way to the hub.
final class SeqIsUsedOnce implements Check {
    private static final String BEGINS = "{\"specversion\":\"1.0\",\"id\":\"";

    private final Excuses excuses;
    private final Map<String, Sha256> texts = new HashMap<>();

    SeqIsUsedOnce(Excuses excuses) {
        this.excuses = excuses;
    }

    @Override
    public String promise() {
        return "no number is used for two events";
    }

    @Override
    public void onDurable(Instant now, Event event, String text, Report report) {
        if (!excuses.mayHaveLostEvents(event.gate())) {
            isOnlyOne(now, idOf(text, 0), text, report);
        }
    }

    /// A message is a list of texts as they stand on the disk.
    @Override
    public void onMessage(Instant now, String topic, byte[] payload, Report report) {
        boolean carries = topic.endsWith("/events") || topic.endsWith("/alarms");
        if (!carries || excuses.mayBeForged() || excuses.someMayHaveLostEvents()) {
            return;
        }
        String all = new String(payload, StandardCharsets.UTF_8);
        int from = all.indexOf(BEGINS);
        while (from >= 0) {
            int next = all.indexOf(BEGINS, from + 1);
            int end = next < 0 ? all.lastIndexOf('}') + 1 : all.lastIndexOf('}', next) + 1;
            isOnlyOne(now, idOf(all, from), all.substring(from, end), report);
            from = next;
        }
    }

    private static String idOf(String text, int from) {
        int begin = from + BEGINS.length();
        return text.substring(begin, text.indexOf('"', begin));
    }

    private void isOnlyOne(Instant now, String id, String text, Report report) {
        Sha256 hash = Sha256.of(text);
        Sha256 known = texts.putIfAbsent(id, hash);
        if (known != null && !known.equals(hash)) {
            report.violated(now, "two events are called " + id);
        }
    }
}
