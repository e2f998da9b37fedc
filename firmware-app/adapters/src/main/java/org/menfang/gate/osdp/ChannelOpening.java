package org.menfang.gate.osdp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The opening of a secure channel with one key: a challenge, and then a proof. Whatever is not as
/// it must be ends it.
final class ChannelOpening {
    private static final SecurityBlock ACCEPTED =
            new SecurityBlock(SecurityBlock.Type.FIRST_MAC, SecurityBlock.ACCEPTED);

    private final BaseKey key;
    private final Handshake handshake;
    private Handshake.@Nullable Proof proof;

    /// @param random 8 bytes that nobody can foretell
    ChannelOpening(BaseKey key, byte[] random) {
        this.key = key;
        this.handshake = new Handshake(key, random);
    }

    /// What an answer led to.
    sealed interface Step {
        /// There is another command to send.
        record GoOn() implements Step {}

        record Opened(BaseKey key, SecureSession session) implements Step {}

        record Refused(ReaderFault why) implements Step {}
    }

    PanelCommand command() {
        return proof == null ? handshake.command() : proof.command();
    }

    SecurityBlock security() {
        return new SecurityBlock(
                proof == null ? SecurityBlock.Type.CHALLENGE : SecurityBlock.Type.PROOF,
                handshake.keySet());
    }

    /// Takes the answer to the command.
    Step take(OsdpPacket packet) {
        Optional<ReaderReply> reply = ReaderReply.read(packet.code(), packet.data());
        return proof == null
                ? challenged(packet.security(), reply.orElse(null))
                : proved(proof, packet.security(), reply.orElse(null));
    }

    private Step challenged(@Nullable SecurityBlock security, @Nullable ReaderReply reply) {
        if (reply instanceof ReaderReply.Refused) {
            return new Step.Refused(ReaderFault.KEY_REFUSED);
        }
        if (security == null || security.type() != SecurityBlock.Type.CRYPTOGRAM) {
            return new Step.Refused(ReaderFault.UNENCRYPTED);
        }
        if (security.keySet() != handshake.keySet()) {
            return new Step.Refused(ReaderFault.DEFAULT_KEY);
        }
        if (!(reply instanceof ReaderReply.Cryptogram cryptogram)) {
            return new Step.Refused(ReaderFault.FORGED);
        }
        proof = handshake.answered(cryptogram).orElse(null);
        return proof == null ? new Step.Refused(ReaderFault.WRONG_KEY) : new Step.GoOn();
    }

    private Step proved(
            Handshake.Proof shown, @Nullable SecurityBlock security, @Nullable ReaderReply reply) {
        if (!ACCEPTED.equals(security) || !(reply instanceof ReaderReply.FirstMac first)) {
            return new Step.Refused(ReaderFault.KEY_REFUSED);
        }
        return shown.session(first)
                .<Step>map(session -> new Step.Opened(key, session))
                .orElseGet(() -> new Step.Refused(ReaderFault.WRONG_KEY));
    }
}
