package org.menfang.hub.rights;

/// One of the bodies that keep each other honest.
public enum Body {
    RESIDENTS,
    TEAM,
    COMMITTEE,
    COUNCIL,
    SUPERVISORS,
    TECHNICIANS
}
