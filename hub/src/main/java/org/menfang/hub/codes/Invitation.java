package org.menfang.hub.codes;

import java.util.List;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.OperatorName;

/// What a sign-in code is worth.
///
/// @param roles to which the person is appointed who uses it; empty for none but those held already
/// @param reset whether all is forgotten with which this person signed in so far
public record Invitation(OperatorName who, List<Role> roles, boolean reset) {
    public Invitation {
        roles = List.copyOf(roles);
    }
}
