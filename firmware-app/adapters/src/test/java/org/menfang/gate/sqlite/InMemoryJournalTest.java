package org.menfang.gate.sqlite;

import org.menfang.gate.JournalStart;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.StoredEvents;
import org.menfang.gate.port.memory.InMemoryJournal;

/// The contract of journals, kept in memory.
class InMemoryJournalTest implements JournalContract {
    @Override
    public Running startFirst() {
        RecordingInbox inbox = new RecordingInbox();
        InMemoryJournal journal = new InMemoryJournal(inbox, text -> "signed");
        return new InMemory(journal, journal.start(inbox), inbox);
    }

    private record InMemory(InMemoryJournal memory, JournalStart start, RecordingInbox inbox)
            implements Running {
        @Override
        public Journal journal() {
            return memory;
        }

        @Override
        public StoredEvents stored() {
            return memory;
        }

        @Override
        public void settle() {
            memory.commit();
        }

        @Override
        public Running startAgain() {
            memory.commit();
            RecordingInbox next = new RecordingInbox();
            return new InMemory(memory, memory.start(next), next);
        }
    }
}
