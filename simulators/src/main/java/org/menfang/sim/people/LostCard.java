package org.menfang.sim.people;

import org.menfang.sim.device.Card;

/// A card that somebody reported lost.
///
/// @param holder whose it was
public record LostCard(Person holder, Card card) {}
