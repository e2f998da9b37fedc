package org.menfang.hub.board;

import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// Names one alarm among those of all gates.
///
/// @param byHub whether the hub itself found it; such an alarm has a number of the hub's, and the
///   gate is the one it is about
public record AlarmRef(CompoundId compound, GateId gate, boolean byHub, AlarmId alarm) {}
