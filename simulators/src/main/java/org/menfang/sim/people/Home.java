package org.menfang.sim.people;

import org.menfang.vocabulary.HouseholdId;

/// A flat and the household in it.
///
/// @param household what people call the household, such as 王家
/// @param address such as 3号楼2单元401
public record Home(HouseholdId id, String household, String address) {}
