package org.menfang.gate.app;

import java.lang.System.Logger.Level;
import org.menfang.gate.port.ForwardingJournal;
import org.menfang.gate.port.Journal;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// A journal that tells the log in plain words what it is given.
record TellingJournal(Journal to, Teller teller) implements ForwardingJournal {
    @Override
    public void append(Event event) {
        to.append(event);
        // Alarms stand in both streams; one line is enough.
        if (event.position().stream() == EventStream.EVENTS) {
            Level level =
                    event.body() instanceof EventBody.AlarmRaised ? Level.WARNING : Level.INFO;
            PlainWords.of(event.body()).ifPresent(line -> teller.tell(level, line));
        }
    }
}
