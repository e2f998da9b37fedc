package org.menfang.gate.sqlite;

/// What became of opening the gate's database.
public sealed interface DatabaseOpening {
    /// It is open and can be written.
    record Opened(GateDatabase database) implements DatabaseOpening {}

    /// It can be read and not be written: the card is full of faults, or locked against writing.
    /// The rules that it holds can still decide; the journal goes on trying.
    ///
    /// @param why it cannot be written
    record OpenedReadOnly(GateDatabase database, String why) implements DatabaseOpening {}

    /// It cannot be used at all.
    ///
    /// @param why what is wrong
    /// @param whatToDo what a person can do about it
    /// @param damaged whether the file itself is bad, so that a new one may take its place
    record Unusable(String why, String whatToDo, boolean damaged) implements DatabaseOpening {}
}
