package org.menfang.hub.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;

/// A person who may sign in.
///
/// @param since when this person first signed in
/// @param passwordHash Argon2id in its usual text form; none until a password was set
public record Account(OperatorName name, Instant since, @Nullable String passwordHash) {}
