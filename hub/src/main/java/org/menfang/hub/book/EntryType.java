package org.menfang.hub.book;

/// The word under which one kind of body stands in the log.
///
/// @param name lower case words with hyphens, the area first: `repair.reported`
/// @param body a record that JSON can hold
public record EntryType<T extends EntryBody>(String name, Class<T> body) {}
