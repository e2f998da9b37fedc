package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.menfang.gate.Input;
import org.menfang.vocabulary.EventStream;

/// A program that appends events until it is killed, and prints how far they are committed.
final class AppendingChild {
    private AppendingChild() {}

    @SuppressWarnings("SystemOut") // Standard output is how the test hears of it.
    public static void main(String[] arguments) {
        GateDatabase database =
                assertInstanceOf(
                                DatabaseOpening.Opened.class,
                                GateDatabase.open(Path.of(arguments[0])))
                        .database();
        RecordingInbox inbox = new RecordingInbox();
        JournalBeginning.Begun begun =
                assertInstanceOf(
                        JournalBeginning.Begun.class,
                        SqliteJournal.begin(
                                database,
                                Samples.COMPOUND,
                                Samples.GATE,
                                text -> "signed",
                                JournalLimits.STANDARD,
                                inbox));
        long seq = begun.start().lastEventSeq();
        while (true) {
            for (int i = 0; i < 20; i++) {
                begun.journal().append(Samples.event(EventStream.EVENTS, ++seq));
            }
            long committed = 0;
            while (committed < seq - 10) {
                committed = inbox.next(Input.JournalCommitted.class).upTo().seq();
                System.out.println(committed);
            }
        }
    }
}
