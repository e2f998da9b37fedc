package org.menfang.hub.book;

/// The body of an entry that a later version of the hub has written. It counts in the chain and
/// changes nothing else.
///
/// @param type the word that this version does not know
record UnknownBody(String type) implements EntryBody {}
