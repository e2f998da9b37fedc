package org.menfang.vocabulary;

/// How far the wall clock may be believed.
public enum TimeTrust {
    /// Set by a source that we trust, and running since.
    TRUSTED,
    /// Never set since power came, or seen to step back, or before this software was made.
    UNTRUSTED
}
