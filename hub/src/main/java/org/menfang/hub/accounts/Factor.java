package org.menfang.hub.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;

/// Something beside the password with which a person proves who it is.
public sealed interface Factor {
    OperatorName name();

    /// An app that works numbers out.
    ///
    /// @param secret shared with the app
    /// @param confirmedAt when the app first gave a right number; none while it has not: then it
    ///   does not count yet
    /// @param lastStep the latest step whose number was used
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    record App(OperatorName name, byte[] secret, @Nullable Instant confirmedAt, long lastStep)
            implements Factor {
        App confirmed(Instant now, long step) {
            return new App(name, secret, confirmedAt == null ? now : confirmedAt, step);
        }
    }

    /// A key that a phone or a computer keeps and unlocks by finger, face or its own code.
    ///
    /// @param id the key's own, in base64url
    /// @param label by which its owner knows it
    /// @param credential what is needed to check its signatures
    /// @param signCount how often it has signed, as far as it counts
    /// @param usedAt none until it was used
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    record Passkey(
            String id,
            OperatorName name,
            String label,
            byte[] credential,
            long signCount,
            Instant addedAt,
            @Nullable Instant usedAt)
            implements Factor {
        public static final int LABEL_CHARS_MAX = 40;

        /// Most passkeys of one person.
        public static final int PER_ACCOUNT_MAX = 10;

        Passkey used(Instant now, long count) {
            return new Passkey(id, name, label, credential, count, addedAt, now);
        }
    }
}
