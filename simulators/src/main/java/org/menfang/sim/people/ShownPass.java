package org.menfang.sim.people;

import org.menfang.pass.Pass;

/// A pass as somebody holds it before a window for codes.
///
/// @param pass what it says
/// @param fresh whether the code of the moment is with it, where it needs one: in a picture of a
///   phone it is not
public record ShownPass(Pass pass, boolean fresh) {}
