package org.menfang.hub.incident;

/// How somebody looked at an incident.
public enum LookKind {
    VIEWED,
    EXPORTED,
    DOWNLOADED
}
