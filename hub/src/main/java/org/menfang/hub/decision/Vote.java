package org.menfang.hub.decision;

/// What a household says.
public enum Vote {
    YES,
    NO,
    ABSTAIN
}
