package org.menfang.hub.incident;

import java.time.Instant;
import org.menfang.vocabulary.OperatorName;

/// Somebody looked at an incident, or took it along.
public record Look(Instant at, OperatorName by, LookKind kind) {}
