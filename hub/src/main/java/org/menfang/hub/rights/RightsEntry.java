package org.menfang.hub.rights;

import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.OperatorName;

/// A change of who has which role, or of with what somebody signs in.
public sealed interface RightsEntry extends EntryBody {
    record Appointed(OperatorName who, Role role) implements RightsEntry {}

    record Dismissed(OperatorName who, Role role) implements RightsEntry {}

    /// Somebody made a code with which this person signs in on a phone.
    record CodeMade(OperatorName who) implements RightsEntry {}

    /// With what this person signed in is forgotten; the console did so.
    record FactorsReset(OperatorName who) implements RightsEntry {}
}
