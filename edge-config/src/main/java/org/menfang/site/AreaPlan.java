package org.menfang.site;

import org.menfang.vocabulary.AreaId;

/// A space bounded by doors.
///
/// @param outside whether people who stand there have left the compound
public record AreaPlan(AreaId id, String name, boolean outside) {}
