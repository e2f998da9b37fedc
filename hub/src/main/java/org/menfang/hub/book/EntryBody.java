package org.menfang.hub.book;

/// What one entry says: a record of the area that it belongs to.
///
/// It is written down as JSON and read again for as long as the log exists, so a component that was
/// ever written is never renamed. It holds numbers of holders and households and never their names:
/// names can be forgotten, entries cannot.
public interface EntryBody {}
