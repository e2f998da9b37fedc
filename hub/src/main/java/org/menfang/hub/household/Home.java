package org.menfang.hub.household;

import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HouseholdId;

/// One household of one compound.
public record Home(CompoundId compound, HouseholdId household) {}
