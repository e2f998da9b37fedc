package org.menfang.sim.people;

import org.menfang.vocabulary.HouseholdId;

/// A flat and the household in it.
///
/// @param address such as 3号楼2单元401
public record Home(HouseholdId household, String address) {}
