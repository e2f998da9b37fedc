package org.menfang.standard;

/// The topics of the ONVIF Access Control Service Specification on which a gate has something to
/// say.
public enum OnvifTopic {
    ACCESS_GRANTED_ANONYMOUS("tns1:AccessControl/AccessGranted/Anonymous"),
    ACCESS_GRANTED_CREDENTIAL("tns1:AccessControl/AccessGranted/Credential"),
    /// What was shown is known, and no credential that the device keeps: a pass.
    ACCESS_GRANTED_IDENTIFIER("tns1:AccessControl/AccessGranted/Identifier"),
    /// The main topic: several people may have been granted before the door moved.
    ACCESS_TAKEN("tns1:AccessControl/AccessTaken"),
    ACCESS_NOT_TAKEN("tns1:AccessControl/AccessNotTaken"),
    DENIED_ANONYMOUS("tns1:AccessControl/Denied/Anonymous"),
    DENIED_CREDENTIAL("tns1:AccessControl/Denied/Credential"),
    DENIED_IDENTIFIER("tns1:AccessControl/Denied/Identifier"),
    DENIED_CREDENTIAL_NOT_FOUND("tns1:AccessControl/Denied/CredentialNotFound"),
    DURESS("tns1:AccessControl/Duress");

    private final String text;

    OnvifTopic(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
