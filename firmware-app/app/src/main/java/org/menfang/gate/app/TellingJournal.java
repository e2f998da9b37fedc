package org.menfang.gate.app;

import java.lang.System.Logger.Level;
import org.menfang.gate.Memory;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.gate.port.Journal;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// A journal that tells the log in plain words what it is given.
final class TellingJournal implements Journal {
    private final Journal journal;
    private final Teller teller;

    TellingJournal(Journal journal, Teller teller) {
        this.journal = journal;
        this.teller = teller;
    }

    @Override
    public void append(Event event) {
        journal.append(event);
        // Alarms stand in both streams; one line is enough.
        if (event.position().stream() == EventStream.EVENTS) {
            Level level =
                    event.body() instanceof EventBody.AlarmRaised ? Level.WARNING : Level.INFO;
            PlainWords.of(event.body()).ifPresent(line -> teller.tell(level, line));
        }
    }

    @Override
    public void remember(Memory memory) {
        journal.remember(memory);
    }

    @Override
    public void keep(Entry entry) {
        journal.keep(entry);
    }

    @Override
    public void forget(EntryKey key) {
        journal.forget(key);
    }

    @Override
    public void checkAcknowledgement(Acknowledgement acknowledgement) {
        journal.checkAcknowledgement(acknowledgement);
    }

    @Override
    public void signHead(EventStream stream, long seq) {
        journal.signHead(stream, seq);
    }
}
