package org.menfang.gate.sqlite;

import org.menfang.gate.JournalStart;

/// What became of beginning a journal.
public sealed interface JournalBeginning {
    /// It runs, and goes on where it left off.
    record Begun(SqliteJournal journal, JournalStart start) implements JournalBeginning {}

    /// What is stored cannot be read.
    ///
    /// @param why what is wrong
    /// @param whatToDo what a person can do about it
    /// @param damaged whether the file itself is bad, so that a new one may take its place
    record Unusable(String why, String whatToDo, boolean damaged) implements JournalBeginning {}
}
