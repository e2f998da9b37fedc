package org.menfang.hub.accounts;

import java.time.Instant;
import org.menfang.vocabulary.OperatorName;

/// What became of a try to sign in.
public sealed interface SignIn {
    /// @param secret what the browser has to show from now on; it is kept nowhere else
    record Welcome(OperatorName name, String secret) implements SignIn {}

    /// Name, password or code is wrong; nobody is told which.
    record Wrong() implements SignIn {}

    /// There were too many wrong ones.
    ///
    /// @param until when the next try is heard
    record LockedOut(Instant until) implements SignIn {}
}
