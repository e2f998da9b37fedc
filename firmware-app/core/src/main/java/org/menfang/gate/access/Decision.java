package org.menfang.gate.access;

import org.jspecify.annotations.Nullable;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.HolderId;

/// What the access table says to one card at one access point.
public sealed interface Decision {
    /// The holder may pass.
    record Granted(Credential credential, Holder holder) implements Decision {}

    /// @param holder who holds the card, where that is known
    record Denied(DenyReason reason, @Nullable HolderId holder) implements Decision {}
}
