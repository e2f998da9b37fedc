package org.menfang.hub.book;

import java.util.List;

/// What the hub knows of one area: the sum of the entries that were ever written.
///
/// The {@link Book} calls it from one thread at a time and keeps readers away meanwhile. Nothing in
/// it reads a clock or touches anything outside.
public interface Chapter {
    /// The kinds of entries that belong to this area.
    List<EntryType<?>> types();

    /// Takes an entry of one of these kinds. What stands in the log has happened: nothing is
    /// refused here.
    void take(Entry entry);
}
