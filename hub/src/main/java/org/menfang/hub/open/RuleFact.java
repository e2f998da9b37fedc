package org.menfang.hub.open;

import java.util.Optional;
import org.menfang.hub.decision.RuleInForce;
import org.menfang.hub.rights.Body;

/// A rule that binds people, and for which bodies the persons behind it speak.
///
/// @param executed the body of who put it in force
/// @param checked the body of who confirmed it
record RuleFact(RuleInForce rule, Optional<Body> executed, Optional<Body> checked) {}
