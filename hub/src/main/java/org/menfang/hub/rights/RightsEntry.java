package org.menfang.hub.rights;

import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.OperatorName;

/// A change of who has which role.
public sealed interface RightsEntry extends EntryBody {
    record Appointed(OperatorName who, Role role) implements RightsEntry {}

    record Dismissed(OperatorName who, Role role) implements RightsEntry {}
}
