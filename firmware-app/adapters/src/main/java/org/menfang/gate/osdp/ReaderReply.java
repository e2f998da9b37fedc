package org.menfang.gate.osdp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;

/// What a reader answers.
sealed interface ReaderReply {
    int BUSY_CODE = 0x79;
    int REFUSED_CODE = 0x41;
    int CRYPTOGRAM_CODE = 0x76;
    int FIRST_MAC_CODE = 0x78;

    /// Nothing to tell.
    record Fine() implements ReaderReply {}

    /// @param reason of the standard: 4 is a wrong sequence number, 6 is that it asks for a secure
    ///   channel
    record Refused(int reason) implements ReaderReply {
        /// The command came with other bytes than were sent.
        static final int WRONG_CHECK = 1;
    }

    /// Ask again later.
    record Busy() implements ReaderReply {}

    record Identified(ReaderIdentity identity) implements ReaderReply {}

    record Capable(List<Capability> capabilities) implements ReaderReply {}

    record LocalStatus(boolean tamper, boolean powerFailed) implements ReaderReply {}

    record Inputs(List<Boolean> active) implements ReaderReply {}

    record Outputs(List<Boolean> active) implements ReaderReply {}

    record Card(CardBits bits) implements ReaderReply {}

    /// What a reader makes characters of.
    record Text(String text) implements ReaderReply {}

    record Keys(List<Key> keys) implements ReaderReply {}

    /// How the reader can be reached from now on.
    record Address(int address, int baud) implements ReaderReply {}

    /// The answer to a challenge.
    ///
    /// @param random 8 bytes of the reader
    /// @param cryptogram 16 bytes that only who knows the key can make
    @SuppressWarnings("ArrayRecordComponent") // They are checked, never compared as a record.
    record Cryptogram(byte[] random, byte[] cryptogram) implements ReaderReply {}

    /// The MAC with which the session begins.
    @SuppressWarnings("ArrayRecordComponent") // It is handed over, never compared.
    record FirstMac(byte[] mac) implements ReaderReply {}

    /// Something of the standard that the panel never asks for.
    record Unasked(int code) implements ReaderReply {}

    /// What one kind of thing a reader can do.
    ///
    /// @param function of the standard: 1 inputs, 2 outputs, 4 lights, 5 sounds, 9 secure channel
    /// @param compliance how well
    /// @param count how many
    record Capability(int function, int compliance, int count) {
        static final int INPUTS = 1;
        static final int OUTPUTS = 2;
        static final int LIGHTS = 4;
        static final int SOUNDS = 5;
    }

    /// Reads a reply; empty where its data is not what its code says.
    static Optional<ReaderReply> read(int code, byte[] data) {
        return switch (code) {
            case 0x40 -> Optional.of(new Fine());
            case REFUSED_CODE ->
                    when(data.length >= 1, () -> new Refused(Byte.toUnsignedInt(data[0])));
            case 0x45 -> when(data.length == 12, () -> new Identified(ReaderIdentity.read(data)));
            case 0x46 -> when(data.length % 3 == 0, () -> new Capable(capabilities(data)));
            case 0x48 -> when(data.length == 2, () -> new LocalStatus(data[0] != 0, data[1] != 0));
            case 0x49 -> Optional.of(new Inputs(flags(data)));
            case 0x4A -> Optional.of(new Outputs(flags(data)));
            case 0x50 -> card(data);
            case 0x51 -> text(data);
            case 0x53 -> keys(data);
            case 0x54 -> when(data.length == 5, () -> address(data));
            case CRYPTOGRAM_CODE -> when(data.length == 32, () -> cryptogram(data));
            case FIRST_MAC_CODE -> when(data.length == 16, () -> new FirstMac(data));
            case BUSY_CODE -> Optional.of(new Busy());
            default -> Optional.of(new Unasked(code));
        };
    }

    private static Optional<ReaderReply> when(boolean isWhole, Supplier<ReaderReply> reply) {
        return isWhole ? Optional.of(reply.get()) : Optional.empty();
    }

    private static List<Capability> capabilities(byte[] data) {
        List<Capability> capabilities = new ArrayList<>();
        for (int i = 0; i < data.length; i += 3) {
            capabilities.add(
                    new Capability(
                            Byte.toUnsignedInt(data[i]),
                            Byte.toUnsignedInt(data[i + 1]),
                            Byte.toUnsignedInt(data[i + 2])));
        }
        return List.copyOf(capabilities);
    }

    private static List<Boolean> flags(byte[] data) {
        List<Boolean> flags = new ArrayList<>();
        for (byte flag : data) {
            flags.add(flag != 0);
        }
        return List.copyOf(flags);
    }

    private static Optional<ReaderReply> card(byte[] data) {
        int bits = data.length < 4 ? 0 : little(data, 2, 2);
        if (bits == 0
                || bits > CardBits.LENGTH_MAX
                || data.length != 4 + Math.ceilDiv(bits, Byte.SIZE)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bits; i++) {
            text.append((data[4 + i / Byte.SIZE] >> (7 - i % Byte.SIZE) & 1) == 0 ? '0' : '1');
        }
        return Optional.of(new Card(new CardBits(text.toString())));
    }

    private static Optional<ReaderReply> text(byte[] data) {
        if (data.length < 4 || data.length != 3 + Byte.toUnsignedInt(data[2])) {
            return Optional.empty();
        }
        String text = new String(data, 3, data.length - 3, StandardCharsets.UTF_8);
        boolean isBackwards = data[1] != 0;
        return Optional.of(
                new Text(isBackwards ? new StringBuilder(text).reverse().toString() : text));
    }

    private static Optional<ReaderReply> keys(byte[] data) {
        if (data.length < 2 || data.length != 2 + Byte.toUnsignedInt(data[1])) {
            return Optional.empty();
        }
        List<Key> keys = new ArrayList<>();
        for (int i = 2; i < data.length; i++) {
            key(data[i]).ifPresent(keys::add);
        }
        return Optional.of(new Keys(List.copyOf(keys)));
    }

    /// A key by the character of the standard, where delete is `*` and return is `#`; some readers
    /// say it as it is printed. Other keys mean nothing here.
    private static Optional<Key> key(byte character) {
        return switch (character) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                    Optional.of(Key.ofDigit((char) character));
            case 0x7F, '*' -> Optional.of(Key.CLEAR);
            case 0x0D, '#' -> Optional.of(Key.ENTER);
            default -> Optional.empty();
        };
    }

    private static Address address(byte[] data) {
        return new Address(Byte.toUnsignedInt(data[0]), little(data, 1, 4));
    }

    /// The first 8 bytes say again who the reader is.
    private static Cryptogram cryptogram(byte[] data) {
        return new Cryptogram(
                Arrays.copyOfRange(data, 8, 16), Arrays.copyOfRange(data, 16, data.length));
    }

    static int little(byte[] data, int from, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedInt(data[from + i]);
        }
        return value;
    }
}
