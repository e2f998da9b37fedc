package org.menfang.gate.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.menfang.gate.Moment;
import org.menfang.gate.hardware.GpioChips;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.port.ForwardingJournal;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.TimeSource;
import org.menfang.gate.signs.GateSigns;
import org.menfang.gate.signs.LineSigns;
import org.menfang.gate.signs.ObservedChip;
import org.menfang.gate.signs.ObservedInbox;
import org.menfang.gate.sqlite.DatabaseStart;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;

/// Looks on while a gate works, and says how it is when it is asked. It touches nothing.
final class SignsOfGate {
    private final LongSupplier nanoTime;
    private final ObservedInbox inbox;
    private final Map<String, ObservedChip> chips = new ConcurrentSkipListMap<>();
    private final AtomicLong turned;
    private final long begunNanos;

    SignsOfGate(Inbox to, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        inbox = new ObservedInbox(to, nanoTime);
        begunNanos = nanoTime.getAsLong();
        turned = new AtomicLong(begunNanos);
    }

    /// What a gate is made of, as far as it is asked.
    ///
    /// @param begun the time when the gate began
    record Parts(
            Build build,
            String hardwareName,
            Hardware hardware,
            Site site,
            boolean siteRejected,
            SafeMode safeMode,
            DatabaseStart.Rung rung,
            TimeSource time,
            Moment begun) {}

    /// Where everything is offered, so that it is seen here.
    ObservedInbox inbox() {
        return inbox;
    }

    /// The chips, looked at.
    GpioChips chips(GpioChips all) {
        return name -> {
            ObservedChip known = chips.get(name);
            if (known == null) {
                known = new ObservedChip(name, all.chip(name));
                chips.put(name, known);
            }
            return known;
        };
    }

    /// The journal, looked at.
    Journal journal(Journal to) {
        return new SeenJournal(to, inbox);
    }

    private record SeenJournal(Journal to, ObservedInbox inbox) implements ForwardingJournal {
        @Override
        public void append(Event event) {
            inbox.appended(event);
            to.append(event);
        }
    }

    /// The thread that decides is through with a turn.
    void turned() {
        turned.set(nanoTime.getAsLong());
    }

    /// How the gate is now.
    GateSigns now(Parts parts) {
        Moment now = parts.time().now();
        long nanos = nanoTime.getAsLong();
        boolean alone = parts.site().hub() == null;
        return new GateSigns(
                parts.build().version(),
                parts.hardwareName(),
                now.wall(),
                Duration.ofNanos(nanos - begunNanos).toSeconds(),
                now.trust() == TimeTrust.TRUSTED,
                moved(parts, now),
                parts.safeMode().isOn(),
                parts.siteRejected(),
                Duration.ofNanos(nanos - turned.get()).toMillis(),
                storage(parts.rung()),
                inbox.rules(),
                alone ? null : inbox.hub(),
                lines(),
                inbox.readers(
                        parts.site().readers().stream().map(ReaderPlan::id).toList(),
                        parts.hardware().readerStates()));
    }

    /// A simulated clock that runs faster than time is never put forward.
    private static long moved(Parts parts, Moment now) {
        if (parts.hardware().clock().isPresent()) {
            return 0;
        }
        Instant expected = parts.begun().wallOf(now.monotonic());
        return Duration.between(expected, now.wall()).toMillis();
    }

    private GateSigns.StorageSigns storage(DatabaseStart.Rung rung) {
        return new GateSigns.StorageSigns(
                switch (rung) {
                    case WRITTEN, BEGUN_ANEW -> true;
                    case ONLY_READ, NONE -> false;
                },
                inbox.journalTrouble(),
                inbox.lastEvent());
    }

    private List<LineSigns> lines() {
        return chips.values().stream().flatMap(chip -> chip.signs().stream()).toList();
    }
}
