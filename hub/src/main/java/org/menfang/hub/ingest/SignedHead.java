package org.menfang.hub.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody.HeadSigned;

/// Checks what a gate signed against what the hub holds.
public final class SignedHead {
    /// What the check found.
    public enum Verdict {
        GENUINE,
        /// The hub holds another event there.
        DIFFERS,
        /// The key of the gate did not make this signature.
        FORGED,
        /// The hub does not know the gate's key, or does not hold the event.
        NOT_CHECKED
    }

    private SignedHead() {}

    /// @param held what the hub holds under that number; empty for nothing
    /// @param key the gate's key; empty where it is not known
    public static Verdict check(
            Event event, HeadSigned head, Optional<Sha256> held, Optional<PublicKey> key) {
        if (held.isPresent() && !held.get().equals(head.hash())) {
            return Verdict.DIFFERS;
        }
        if (held.isEmpty() || key.isEmpty()) {
            return Verdict.NOT_CHECKED;
        }
        return isGenuine(signedText(event, head), head.signature(), key.get())
                ? Verdict.GENUINE
                : Verdict.FORGED;
    }

    /// The text that the signature stands for: `compound/gate/stream/seq/hash/boot`.
    public static String signedText(Event event, HeadSigned head) {
        return String.join(
                "/",
                event.compound().value(),
                event.gate().value(),
                head.stream().wireName(),
                Long.toString(head.seq()),
                head.hash().value(),
                Long.toString(event.boot()));
    }

    private static boolean isGenuine(String text, String signature, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // What cannot even be read as a signature was not made by the key.
            return false;
        }
    }
}
