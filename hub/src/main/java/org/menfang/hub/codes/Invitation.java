package org.menfang.hub.codes;

import java.util.List;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.OperatorName;

/// What a sign-in code is worth.
///
/// @param roles to which the person is appointed who uses it; empty for none but those held already
public record Invitation(OperatorName who, List<Role> roles) {
    public Invitation {
        roles = List.copyOf(roles);
    }
}
