package org.menfang.site;

import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.LockKind;

/// A door, its lock and its timings.
public record DoorPlan(
        DoorId id, String name, LockKind lock, FailMode failMode, DoorTimings timings) {}
