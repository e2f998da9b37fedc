package org.menfang.gate.hublink;

import java.util.List;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.json.EventJson;

/// How events share a message: so many that a message costs little, and so few that an alarm, or an
/// acknowledgement, never waits long for one on a slow line.
final class EventBatches {
    /// Half a second at 256 kbit/s. A longer event travels alone.
    static final int BATCH_CHARS_MAX = 16 * 1024;

    private EventBatches() {}

    /// One message on its way.
    ///
    /// @param first the text of its first event, which no other event of the stream has
    record Batch(EventStream stream, String first, int events) {}

    /// Where the message ends that begins here.
    static int end(List<String> texts, int from) {
        int to = from + 1;
        int chars = texts.get(from).length();
        while (to < texts.size() && to - from < EventJson.BATCH_EVENTS_MAX) {
            chars += texts.get(to).length();
            if (chars > BATCH_CHARS_MAX) {
                return to;
            }
            to++;
        }
        return to;
    }
}
