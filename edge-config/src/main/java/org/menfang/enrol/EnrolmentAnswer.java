package org.menfang.enrol;

/// What the hub answers to a gate that joined.
///
/// @param name whom the certificate names: `compound/gate`
/// @param certificates the gate's own, then the authority's, in PEM
public record EnrolmentAnswer(String name, String certificates) {}
