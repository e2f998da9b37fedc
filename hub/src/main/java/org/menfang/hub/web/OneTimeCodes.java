package org.menfang.hub.web;

import java.util.Optional;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;

/// The codes that pages take and give.
public interface OneTimeCodes {
    /// Uses a sign-in code up.
    ///
    /// @param code as typed, however long or wrong
    /// @return whom it was made for; none if there is no such code, any longer
    Optional<OperatorName> redeemSignIn(String code);

    /// Makes a code with which one person signs in on another device within minutes; empty if too
    /// many codes wait to be used.
    ///
    /// @param by who makes it
    Optional<String> createSignIn(OperatorName who, OperatorName by);

    /// Makes a code with which one gate may join.
    String createEnrolment(CompoundId compound, GateId gate);
}
