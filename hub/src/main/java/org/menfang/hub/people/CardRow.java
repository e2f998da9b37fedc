package org.menfang.hub.people;

import org.menfang.vocabulary.CredentialStatus;

/// One card of a person.
///
/// @param identifier goes back with a form
/// @param tail its last four signs
/// @param until when it ends; empty for never
/// @param weak whether it is copied in the street
public record CardRow(
        String identifier,
        String tail,
        String type,
        CredentialStatus status,
        String statusText,
        String until,
        boolean weak) {
    public boolean isLost() {
        return status == CredentialStatus.LOST;
    }
}
