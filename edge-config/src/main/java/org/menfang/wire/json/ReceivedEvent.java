package org.menfang.wire.json;

import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;

/// An event as it came over the wire, with its place in the hash chain.
///
/// @param event what happened
/// @param type its name on the wire
/// @param previous the hash of the event before it, as its gate says
/// @param hash what this event hashes to: SHA-256 of its canonical text, `previous` included
/// @param text its canonical text
public record ReceivedEvent(Event event, String type, Sha256 previous, Sha256 hash, String text) {}
