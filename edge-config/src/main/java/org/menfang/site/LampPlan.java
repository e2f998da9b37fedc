package org.menfang.site;

import java.time.Duration;
import org.menfang.vocabulary.LampId;

/// A lamp circuit that burns from dusk to dawn.
///
/// @param beforeDusk how long before dusk it comes on; negative for later
/// @param afterDawn how long after dawn it goes off; negative for earlier
/// @param warmUp how long after switching on its current must flow
/// @param sensesCurrent whether a sensor tells that current flows (point `<lamp>.current`)
/// @param sensesLine whether a supervision loop tells that the line is whole (point `<lamp>.line`)
public record LampPlan(
        LampId id,
        String name,
        Duration beforeDusk,
        Duration afterDawn,
        Duration warmUp,
        boolean sensesCurrent,
        boolean sensesLine) {}
