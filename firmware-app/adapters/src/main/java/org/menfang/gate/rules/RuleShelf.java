package org.menfang.gate.rules;

import org.menfang.rules.signed.RuleParcel;
import org.menfang.vocabulary.Sha256;

/// Where a gate keeps its rule sets: the one in force, and those before it that explain old
/// decisions. Its methods wait for the disk, so the thread that decides never calls them. A thread
/// that is interrupted meanwhile gets a failure, and stays interrupted.
public interface RuleShelf {
    /// Stores a set and then puts it in force: all of it, or nothing.
    ///
    /// A set of a smaller version is refused, and one of the same version if it says something
    /// else, so that an old set never brings back a right that was taken away.
    ///
    /// @param textDigest what the text of the set hashes to
    RulesChange putInForce(RuleParcel parcel, long version, Sha256 textDigest);

    /// The set of a version.
    RuleSearch find(long version);
}
