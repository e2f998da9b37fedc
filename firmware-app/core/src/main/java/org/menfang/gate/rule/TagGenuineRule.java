package org.menfang.gate.rule;

import org.menfang.rules.Credential;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.Grounds;

/// A signed tag's message is signed with its key, and its counter is greater than every one before;
/// gaps are allowed, since a tag counts each tap at any telephone.
///
/// The clock does not matter: a counter stands in its place.
final class TagGenuineRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.TAG_GENUINE;
    }

    @Override
    public Finding judge(Case asked) {
        Credential credential = asked.credential();
        if (credential == null || credential.type() != CredentialClass.SIGNED_TAG) {
            return Finding.NOT_CONCERNED;
        }
        Grounds.TagProof proof = asked.grounds().tag();
        if (proof == null || !proof.genuine()) {
            return new Finding.Denies(DenyReason.TAG_FORGED);
        }
        Long last = proof.lastCounter();
        return Finding.unless(last == null || proof.counter() > last, DenyReason.TAG_REPLAYED);
    }
}
