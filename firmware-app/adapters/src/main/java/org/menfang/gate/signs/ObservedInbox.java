package org.menfang.gate.signs;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.signs.GateSigns.HubSigns;
import org.menfang.gate.signs.GateSigns.RulesSigns;
import org.menfang.gate.signs.ReaderSigns.Delivered;
import org.menfang.gate.signs.ReaderSigns.Kind;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.ReaderId;
import org.menfang.wire.Event;

/// An inbox that remembers the last of what came by: of each reader, of the hub, of the journal.
///
/// What it remembers is as much as there are readers in the site file: a reader that nobody
/// connected delivers nothing.
public final class ObservedInbox implements Inbox {
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final Inbox to;
    private final LongSupplier nanoTime;
    private final Map<ReaderId, Heard> readers = new HashMap<>();
    private final Map<EventStream, Long> appended = new EnumMap<>(EventStream.class);
    private final Map<EventStream, Long> acknowledged = new EnumMap<>(EventStream.class);
    private boolean linked;
    private String linkTrouble = "";
    private boolean hubOnline;
    private String journalTrouble = "";
    private RulesSigns rules = new RulesSigns(0, 0);

    /// What is remembered of one reader.
    private static final class Heard {
        private Kind kind = Kind.CARD;
        private String bits = "";
        private long nanos;
        private boolean delivered;
        private String trouble = "";
        private boolean tamper;
    }

    public ObservedInbox(Inbox to, LongSupplier nanoTime) {
        this.to = to;
        this.nanoTime = nanoTime;
    }

    @Override
    public void offer(Input input) {
        note(input);
        to.offer(input);
    }

    /// What was there before anything came.
    public synchronized void begin(JournalStart start, AccessTable table) {
        appended.put(EventStream.EVENTS, start.lastEventSeq());
        appended.put(EventStream.ALARMS, start.lastAlarmSeq());
        acknowledged.put(EventStream.EVENTS, start.acknowledgedEventSeq());
        acknowledged.put(EventStream.ALARMS, start.acknowledgedAlarmSeq());
        rules = signs(table);
    }

    /// An event was given to the journal.
    public synchronized void appended(Event event) {
        appended.put(event.position().stream(), event.position().seq());
    }

    private synchronized void note(Input input) {
        if (input instanceof Input.CardRead(ReaderId reader, CardBits bits)) {
            delivered(reader, Kind.CARD, bits.bits());
        } else if (input instanceof Input.KeyPressed(ReaderId reader, var _)) {
            delivered(reader, Kind.KEY, "");
        } else if (input instanceof Input.CodeRead(ReaderId reader, var _)) {
            delivered(reader, Kind.TEXT, "");
        } else if (input instanceof Input.ReaderFailed(ReaderId reader, String why)) {
            heard(reader).trouble = why;
        } else if (input instanceof Input.ReaderRecovered(ReaderId reader)) {
            heard(reader).trouble = "";
        } else if (input instanceof Input.ReaderTampered(ReaderId reader, boolean active)) {
            heard(reader).tamper = active;
        } else {
            noteOther(input);
        }
    }

    private void noteOther(Input input) {
        if (input instanceof Input.LinkUp) {
            linked = true;
            linkTrouble = "";
        } else if (input instanceof Input.LinkLost(String why)) {
            linked = false;
            hubOnline = false;
            linkTrouble = why;
        } else if (input instanceof Input.HubSeen(boolean online)) {
            hubOnline = online;
        } else if (input instanceof Input.AcknowledgementMatched(EventStream stream, long seq)) {
            acknowledged.merge(stream, seq, Math::max);
        } else if (input instanceof Input.JournalFailed(String why)) {
            journalTrouble = why;
        } else if (input instanceof Input.JournalRecovered) {
            journalTrouble = "";
        } else if (input instanceof Input.AccessTableReplaced(AccessTable table)) {
            rules = signs(table);
        }
    }

    private void delivered(ReaderId reader, Kind kind, String bits) {
        Heard heard = heard(reader);
        heard.kind = kind;
        heard.bits = bits;
        heard.nanos = nanoTime.getAsLong();
        heard.delivered = true;
    }

    private Heard heard(ReaderId reader) {
        return readers.computeIfAbsent(reader, _ -> new Heard());
    }

    private static RulesSigns signs(AccessTable table) {
        RuleSet set = table.rules();
        return new RulesSigns(table.version(), set == null ? 0 : set.credentials().size());
    }

    public synchronized RulesSigns rules() {
        return rules;
    }

    /// Why the journal writes nothing; empty where it does.
    public synchronized String journalTrouble() {
        return journalTrouble;
    }

    public synchronized long lastEvent() {
        return appended.getOrDefault(EventStream.EVENTS, 0L);
    }

    public synchronized HubSigns hub() {
        return new HubSigns(
                linked,
                linkTrouble,
                hubOnline,
                waiting(EventStream.EVENTS),
                waiting(EventStream.ALARMS));
    }

    private long waiting(EventStream stream) {
        return Math.max(
                0, appended.getOrDefault(stream, 0L) - acknowledged.getOrDefault(stream, 0L));
    }

    /// What is known of a reader.
    ///
    /// @param state what the hardware says of it; empty where that says nothing
    public synchronized ReaderSigns reader(ReaderId reader, Optional<ReaderState> state) {
        Heard heard = readers.getOrDefault(reader, new Heard());
        ReaderState.OnLine bus =
                state.filter(ReaderState.OnLine.class::isInstance)
                        .map(ReaderState.OnLine.class::cast)
                        .orElse(null);
        ReaderState.OnWires wires =
                state.filter(ReaderState.OnWires.class::isInstance)
                        .map(ReaderState.OnWires.class::cast)
                        .orElse(null);
        return new ReaderSigns(
                reader, last(heard), heard.trouble, heard.tamper || isOpen(bus), wires, bus);
    }

    /// All readers of a site.
    public List<ReaderSigns> readers(List<ReaderId> all, List<ReaderState> states) {
        return all.stream()
                .map(reader ->
                        reader(
                                reader,
                                states.stream()
                                        .filter(state -> state.reader().equals(reader))
                                        .findFirst()))
                .toList();
    }

    private static boolean isOpen(ReaderState.@Nullable OnLine bus) {
        return bus != null && bus.tamper();
    }

    private @Nullable Delivered last(Heard heard) {
        return heard.delivered
                ? new Delivered(
                        heard.kind,
                        heard.bits,
                        (nanoTime.getAsLong() - heard.nanos) / NANOS_A_SECOND)
                : null;
    }
}
