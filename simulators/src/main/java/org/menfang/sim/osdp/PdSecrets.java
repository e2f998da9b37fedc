package org.menfang.sim.osdp;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The key of a reader, and its secure channel from the challenge to the end.
final class PdSecrets {
    private static final int STATUS_FINE = 0x01;
    private static final int STATUS_WRONG = 0xFF;

    /// The kind of key that a reader can be given.
    private static final int BASE_KEY = 1;

    private final PdIdentity identity;
    private final Supplier<byte[]> randoms;
    private final Consumer<PdDeed> watcher;
    private PdSecurity security;
    private @Nullable Handshake handshake;
    private @Nullable SecureSession session;
    private boolean encrypted;
    private long sessions;

    PdSecrets(
            PdSecurity security,
            PdIdentity identity,
            Supplier<byte[]> randoms,
            Consumer<PdDeed> watcher) {
        this.security = security;
        this.identity = identity;
        this.randoms = randoms;
        this.watcher = watcher;
    }

    /// A channel that the panel has yet to prove itself for.
    @SuppressWarnings("ArrayRecordComponent") // Bytes are handed over, never compared.
    private record Handshake(SessionKeys keys, byte[] panelRandom, byte[] ownRandom, byte keyKind) {
        boolean isRight(byte[] cryptogram) {
            return MessageDigest.isEqual(keys.serverCryptogram(panelRandom, ownRandom), cryptogram);
        }
    }

    /// What came of a command with a security block.
    sealed interface Taken {
        record Refused(NakReason reason) implements Taken {}

        /// A step towards a session, to be replied with a block.
        record Begun(SecurityBlock block, Answer answer) implements Taken {}

        /// A command within the session.
        @SuppressWarnings("ArrayRecordComponent") // Bytes are handed over, never compared.
        record Opened(byte[] data) implements Taken {}
    }

    PdSecurity security() {
        return security;
    }

    boolean hasSession() {
        return session != null;
    }

    long sessions() {
        return sessions;
    }

    void endSession() {
        handshake = null;
        if (session != null) {
            session = null;
            watcher.accept(new PdDeed.SessionEnded());
        }
    }

    Taken take(Packet command) {
        SecurityBlock block = command.security().orElseThrow();
        if (security instanceof PdSecurity.None) {
            return new Taken.Refused(NakReason.UNKNOWN_SECURITY);
        }
        return switch (block.type()) {
            case SecurityBlock.CHALLENGE -> challenge(block, command);
            case SecurityBlock.SERVER_CRYPTOGRAM -> prove(block, command);
            case SecurityBlock.COMMAND_AUTHENTIC, SecurityBlock.COMMAND_ENCRYPTED ->
                    open(block, command);
            default -> new Taken.Refused(NakReason.UNKNOWN_SECURITY);
        };
    }

    byte[] seal(Packet.Envelope envelope, Answer answer) {
        if (session == null) {
            throw new IllegalStateException("no command was opened");
        }
        return session.seal(envelope, answer);
    }

    /// Takes a key, which may come only where nobody can read it.
    Answer setKey(byte[] data) {
        if (session == null || !encrypted) {
            return Answer.nak(NakReason.SECURITY_NOT_MET);
        }
        if (data.length != 2 + PdSecurity.KEY_BYTES || data[1] != PdSecurity.KEY_BYTES) {
            return Answer.nak(NakReason.BAD_LENGTH);
        }
        if (data[0] != BASE_KEY) {
            return Answer.nak(NakReason.UNABLE);
        }
        security = new PdSecurity.Commissioned(Arrays.copyOfRange(data, 2, data.length));
        watcher.accept(new PdDeed.KeyGiven());
        return Answer.ACK;
    }

    private Taken challenge(SecurityBlock block, Packet command) {
        endSession();
        boolean isRight =
                command.code() == CommandCode.CHALLENGE
                        && block.data().length == 1
                        && command.data().length == SessionKeys.RANDOM_BYTES;
        if (!isRight) {
            return new Taken.Refused(NakReason.BAD_LENGTH);
        }
        byte kind = block.data()[0];
        Optional<byte[]> key = keyOf(kind);
        if (key.isEmpty()) {
            return new Taken.Refused(NakReason.SECURITY_NOT_MET);
        }
        byte[] ownRandom = randoms.get();
        SessionKeys keys = SessionKeys.of(key.orElseThrow(), command.data());
        handshake = new Handshake(keys, command.data(), ownRandom, kind);
        return new Taken.Begun(
                SecurityBlock.of(SecurityBlock.CLIENT_CRYPTOGRAM, kind),
                new Answer(
                        ReplyCode.CLIENT_CRYPTOGRAM,
                        joined(
                                identity.unique(),
                                ownRandom,
                                keys.clientCryptogram(command.data(), ownRandom))));
    }

    private Taken prove(SecurityBlock block, Packet command) {
        Handshake begun = handshake;
        handshake = null;
        if (begun == null || command.code() != CommandCode.SERVER_CRYPTOGRAM) {
            return new Taken.Refused(NakReason.SECURITY_NOT_MET);
        }
        boolean isSameKey = block.data().length == 1 && block.data()[0] == begun.keyKind();
        if (!isSameKey || !begun.isRight(command.data())) {
            return firstMac(STATUS_WRONG, new byte[Aes.BLOCK_BYTES]);
        }
        byte[] mac = begun.keys().firstMac(command.data());
        boolean byDefaultKey = begun.keyKind() == SecurityBlock.DEFAULT_KEY;
        session = new SecureSession(begun.keys(), mac);
        sessions++;
        watcher.accept(new PdDeed.SessionBegun(byDefaultKey));
        return firstMac(STATUS_FINE, mac);
    }

    private Taken open(SecurityBlock block, Packet command) {
        Optional<byte[]> data = session == null ? Optional.empty() : session.open(command);
        if (data.isEmpty()) {
            endSession();
            return new Taken.Refused(NakReason.SECURITY_NOT_MET);
        }
        encrypted = block.type() == SecurityBlock.COMMAND_ENCRYPTED;
        return new Taken.Opened(data.orElseThrow());
    }

    /// The key of a kind; empty if this reader does not take it now.
    private Optional<byte[]> keyOf(byte kind) {
        return switch (security) {
            case PdSecurity.None _ -> Optional.empty();
            case PdSecurity.Install _ ->
                    kind == SecurityBlock.DEFAULT_KEY
                            ? Optional.of(PdSecurity.KNOWN_KEY)
                            : Optional.empty();
            case PdSecurity.Commissioned(byte[] key) ->
                    kind == SecurityBlock.OWN_KEY ? Optional.of(key) : Optional.empty();
        };
    }

    private static Taken firstMac(int status, byte[] mac) {
        return new Taken.Begun(
                SecurityBlock.of(SecurityBlock.FIRST_MAC, status),
                new Answer(ReplyCode.FIRST_MAC, mac));
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
