package org.menfang.gate.access;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.Credential;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.PinCheck;
import org.menfang.wire.Grounds.PassFacts;
import org.menfang.wire.Grounds.TagProof;

/// What somebody has shown so far, and what it proves. It is kept as it is while more is waited
/// for, so that a tag or a pass that was shown once is also counted once.
///
/// @param credential none where nothing could be read
/// @param type none for a stranger's
/// @param pin what became of a PIN; none where there is none to enter
/// @param tag what a signed tag proved
/// @param pass what a pass says, or why it is none
record Proof(
        @Nullable CredentialIdentifier credential,
        @Nullable CredentialClass type,
        @Nullable PinCheck pin,
        @Nullable TagProof tag,
        @Nullable PassFacts pass) {
    static final Proof UNREADABLE = new Proof(null, null, null, null, null);

    /// A number that nothing but the access table speaks for.
    static Proof ofNumber(AccessTable table, CredentialIdentifier number) {
        return of(table, number, null);
    }

    /// @param tag none where nobody knows the tag
    static Proof of(AccessTable table, CredentialIdentifier identifier, @Nullable TagProof tag) {
        Credential known = table.credential(identifier);
        return new Proof(
                identifier,
                known == null ? null : known.type(),
                known == null || known.pin() == null || known.type() == CredentialClass.PIN
                        ? null
                        : PinCheck.NOT_ENTERED,
                tag,
                null);
    }

    Proof with(PinCheck entered) {
        return new Proof(credential, type, entered, tag, pass);
    }

    /// Whether another proof is of the same credential.
    boolean isOfSame(Proof other) {
        return credential != null && credential.equals(other.credential);
    }
}
