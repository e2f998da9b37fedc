package org.menfang.hub.peers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState.PeerPosition;

/// Knows how far each gate holds what the other gates of its compound granted, and what is to be
/// sent next.
///
/// Between two gates one message is on its way at a time. The next follows when the receiver says
/// that it holds it; one that brings no progress is sent again, from where the receiver says.
public final class PeerRelay {
    /// How long a gate may take to say that it holds what was sent.
    public static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    private static final Comparator<Way> BY_NAMES =
            Comparator.comparing(Way::to).thenComparing(Way::from);

    /// How far each gate holds each other one. A gate that has said nothing yet is sent nothing.
    private final SortedMap<GateIdentity, SortedMap<GateId, Long>> holds = new TreeMap<>();

    /// The last event of each gate that may count for others.
    private final SortedMap<GateIdentity, Long> lastSeq = new TreeMap<>();

    private final SortedMap<Way, Sent> sent = new TreeMap<>(BY_NAMES);

    private record Way(GateIdentity to, GateIdentity from) {}

    private record Sent(long after, long atMillis) {}

    /// What is to be sent: to whom, of whom, and after which seq.
    public record Due(GateIdentity to, GateIdentity from, long after) {}

    /// A gate has written an event that counts for others, or perhaps does.
    public void happened(GateIdentity gate, long seq) {
        lastSeq.merge(gate, seq, Math::max);
    }

    /// A gate says how far it holds the others.
    public void told(GateIdentity gate, List<PeerPosition> positions) {
        SortedMap<GateId, Long> held = new TreeMap<>();
        positions.forEach(position -> held.put(position.gate(), position.seq()));
        holds.put(gate, held);
    }

    /// @param online the gates that are there
    /// @param nowMillis monotonic
    public List<Due> due(Collection<GateIdentity> online, long nowMillis) {
        List<Due> due = new ArrayList<>();
        for (GateIdentity to : online) {
            SortedMap<GateId, Long> held = holds.get(to);
            if (held != null) {
                lastSeq.forEach((from, last) -> add(due, to, held, from, last, nowMillis));
            }
        }
        return due;
    }

    private void add(
            List<Due> due,
            GateIdentity to,
            SortedMap<GateId, Long> held,
            GateIdentity from,
            long last,
            long nowMillis) {
        if (!from.compound().equals(to.compound()) || from.equals(to)) {
            return;
        }
        long after = held.getOrDefault(from.gate(), 0L);
        if (last > after && !isOnItsWay(sent.get(new Way(to, from)), after, nowMillis)) {
            due.add(new Due(to, from, after));
        }
    }

    private static boolean isOnItsWay(@Nullable Sent before, long after, long nowMillis) {
        return before != null
                && before.after() == after
                && nowMillis - before.atMillis() < AGAIN_AFTER.toMillis();
    }

    public void sent(Due due, long nowMillis) {
        sent.put(new Way(due.to(), due.from()), new Sent(due.after(), nowMillis));
    }

    /// Nothing of a gate counts for others after this seq.
    public void nothingAfter(GateIdentity gate, long seq) {
        lastSeq.put(gate, seq);
    }
}
