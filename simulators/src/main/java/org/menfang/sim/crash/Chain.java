package org.menfang.sim.crash;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventPosition;
import org.menfang.wire.json.EventJson;
import org.menfang.wire.json.ReceivedEvent;

/// Follows the stored events of one stream from the first: number by number, each hash computed
/// again.
final class Chain {
    private final String name;
    private final EventStream stream;
    private long last;
    private Sha256 head = Sha256.ZERO;
    private boolean broken;

    Chain(String name, EventStream stream) {
        this.name = name;
        this.stream = stream;
    }

    /// The next row.
    ///
    /// @param hash as it stands beside the text
    void follow(long seq, Sha256 hash, String text, Finding finding) {
        if (broken) {
            return;
        }
        String fault = fault(seq, hash, text);
        if (!fault.isEmpty()) {
            broken = true;
            finding.corrupt(name + " " + seq + " after " + last + ": " + fault);
        }
        last = seq;
        head = hash;
    }

    private String fault(long seq, Sha256 hash, String text) {
        if (seq != last + 1) {
            return "a number is left out or doubled";
        }
        if (!Sha256.of(text).equals(hash)) {
            return "the text is not what the hash says";
        }
        return switch (EventJson.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Malformed<List<ReceivedEvent>>(String why) -> why;
            case Parsed.Read<List<ReceivedEvent>>(List<ReceivedEvent> read) -> {
                ReceivedEvent event = read.getFirst();
                yield !event.previous().equals(head)
                        ? "the chain is broken"
                        : event.event().position().equals(new EventPosition(stream, seq))
                                ? ""
                                : "another event stands there";
            }
        };
    }

    long last() {
        return last;
    }

    Sha256 head() {
        return head;
    }
}
