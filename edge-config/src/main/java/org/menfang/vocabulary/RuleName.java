package org.menfang.vocabulary;

/// The rules of admission, in the order in which a gate asks them; the first that denies decides.
public enum RuleName {
    /// The reader delivered something that is a credential at all.
    READABLE,
    /// The credential is one that the rule set, or a pass that it accepts, knows.
    KNOWN,
    /// A tag's message is signed with its key, and its counter is new.
    TAG_GENUINE,
    /// A pass is signed by an issuer whom the compound accepts, for this compound.
    PASS_GENUINE,
    /// The pass has not been revoked.
    PASS_NOT_REVOKED,
    /// The code on a rotating pass is of this moment and has not been shown before.
    ROTATING_CODE,
    /// The credential is not locked out after wrong tries.
    NOT_LOCKED_OUT,
    /// The credential and its holder are in use: not lost, not suspended.
    IN_USE,
    /// The credential's validity has begun and has not ended.
    VALIDITY,
    /// The holder is not in quarantine.
    QUARANTINE,
    /// A profile of the holder, or the pass, names this access point.
    PERMISSION,
    /// The profile's schedule holds now.
    SCHEDULE,
    /// The class of the credential suffices here and now.
    CREDENTIAL_CLASS,
    /// The door obeys credentials.
    DOOR_MODE,
    /// The compound's level admits this holder.
    SITE_LEVEL,
    /// The pass has uses left.
    PASS_USES,
    /// The household has uses of the quota left.
    QUOTA,
    /// The holder is not already where this leads, and has not just come through here.
    PASSBACK,
    /// There is room in the area where this leads.
    OCCUPANCY,
    /// No door that is interlocked with this one is open or released.
    INTERLOCK,
    /// Enough has been shown: the PIN as well, where the security level asks for it.
    SECURITY_LEVEL,
    /// A second holder has come, where two are needed.
    TWO_PERSON,
    /// Somebody who may escort has come before, where one is needed.
    ESCORT,
    /// What the grant uses up is on disk before the lock moves.
    DURABLE
}
