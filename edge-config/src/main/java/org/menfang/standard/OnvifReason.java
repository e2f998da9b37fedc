package org.menfang.standard;

/// Why access was denied, in the words of the ONVIF Access Control Service Specification, "Access
/// denied": the field `Reason` of every `tns1:AccessControl/Denied` event.
public enum OnvifReason {
    CREDENTIAL_NOT_ENABLED("CredentialNotEnabled"),
    CREDENTIAL_NOT_ACTIVE("CredentialNotActive"),
    CREDENTIAL_EXPIRED("CredentialExpired"),
    INVALID_PIN("InvalidPIN"),
    NOT_PERMITTED_AT_THIS_TIME("NotPermittedAtThisTime"),
    UNAUTHORIZED("Unauthorized"),
    OTHER("Other"),
    /// An extension of the specification: what was shown second does not go with the first.
    INVALID_IDENTIFIER_VALUE("pt:InvalidIdentifierValue");

    private final String text;

    OnvifReason(String text) {
        this.text = text;
    }

    /// As it stands in the field `Reason`.
    public String text() {
        return text;
    }
}
