package org.menfang.gate.sqlite;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.EventPosition;

/// What is to be told once a batch is durable. The news that events are durable goes first, since
/// residents wait for it.
final class BatchAnswers {
    /// The end of a stream that is to be signed.
    record Head(EventStream stream, StreamLog.Link link) {}

    private final Map<EventStream, Long> committed = new EnumMap<>(EventStream.class);
    private final List<Input> answers = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private boolean writes;

    void committed(EventPosition position) {
        committed.put(position.stream(), position.seq());
        writes = true;
    }

    void wrote() {
        writes = true;
    }

    void answers(List<Input> inputs) {
        answers.addAll(inputs);
    }

    void sign(EventStream stream, StreamLog.Link link) {
        heads.add(new Head(stream, link));
    }

    /// Whether the batch brings anything that has to be durable.
    boolean writes() {
        return writes;
    }

    void tell(Inbox inbox, Function<Head, Input> signed) {
        committed.forEach((stream, seq) ->
                inbox.offer(new Input.JournalCommitted(new EventPosition(stream, seq))));
        answers.forEach(inbox::offer);
        heads.stream().map(signed).forEach(inbox::offer);
    }
}
