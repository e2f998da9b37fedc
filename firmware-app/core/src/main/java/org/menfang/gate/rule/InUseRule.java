package org.menfang.gate.rule;

import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// Neither the credential nor its holder is out of use: a lost card opens nothing.
///
/// The clock does not matter.
final class InUseRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.IN_USE;
    }

    @Override
    public Finding judge(Case asked) {
        Holder holder = asked.holder();
        if (holder == null) {
            return Finding.NOT_CONCERNED;
        }
        Credential credential = asked.credential();
        CredentialStatus status =
                credential == null ? CredentialStatus.ACTIVE : credential.status();
        if (status == CredentialStatus.LOST) {
            return new Finding.Denies(DenyReason.LOST);
        }
        boolean suspended = status == CredentialStatus.SUSPENDED || holder.suspended();
        return Finding.unless(!suspended, DenyReason.SUSPENDED);
    }
}
