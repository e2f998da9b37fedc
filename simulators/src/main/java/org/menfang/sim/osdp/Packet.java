package org.menfang.sim.osdp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One packet whose check holds.
///
/// @param raw all its bytes
/// @param security how it is secured; empty if it is not
/// @param code which command or reply it is
/// @param data as they stand in it, encrypted where it is
/// @param mac empty where there is none
@SuppressWarnings("ArrayRecordComponent") // Bytes are handed over, never compared.
record Packet(byte[] raw, Optional<SecurityBlock> security, int code, byte[] data, byte[] mac) {
    /// Of a MAC of 16 bytes only the first travel.
    static final int MAC_BYTES = 4;

    /// Takes a packet apart.
    ///
    /// @return empty if its parts do not fit into it
    static Optional<Packet> read(byte[] raw) {
        Header header = Header.read(raw, 0);
        int end = raw.length - header.check().bytes();
        int at = Header.BYTES;
        Optional<SecurityBlock> security = Optional.empty();
        if (header.secured()) {
            security = readSecurity(raw, end);
            if (security.isEmpty()) {
                return Optional.empty();
            }
            at += security.orElseThrow().bytes();
        }
        int dataEnd = security.filter(SecurityBlock::hasMac).isPresent() ? end - MAC_BYTES : end;
        if (at >= dataEnd) {
            return Optional.empty();
        }
        return Optional.of(
                new Packet(
                        raw,
                        security,
                        Byte.toUnsignedInt(raw[at]),
                        Arrays.copyOfRange(raw, at + 1, dataEnd),
                        Arrays.copyOfRange(raw, dataEnd, end)));
    }

    private static Optional<SecurityBlock> readSecurity(byte[] raw, int end) {
        int length = Byte.toUnsignedInt(raw[Header.BYTES]);
        if (length < SecurityBlock.BYTES_MIN || Header.BYTES + length > end) {
            return Optional.empty();
        }
        return Optional.of(
                new SecurityBlock(
                        Byte.toUnsignedInt(raw[Header.BYTES + 1]),
                        Arrays.copyOfRange(
                                raw,
                                Header.BYTES + SecurityBlock.BYTES_MIN,
                                Header.BYTES + length)));
    }

    Header header() {
        return Header.read(raw, 0);
    }

    /// What the MAC is reckoned over: all that stands before it.
    byte[] beforeMac() {
        return Arrays.copyOf(raw, raw.length - header().check().bytes() - mac.length);
    }

    /// Who says what in a packet that is to be written.
    ///
    /// @param check the check that the other side uses
    record Envelope(int address, boolean reply, int sequence, PacketCheck check) {
        /// The other side of the same exchange.
        static Envelope answering(Header command) {
            return new Envelope(command.address(), true, command.sequence(), command.check());
        }

        /// Who says a packet that was heard.
        static Envelope of(Header heard) {
            return new Envelope(heard.address(), heard.reply(), heard.sequence(), heard.check());
        }

        Envelope atSequence(int other) {
            return new Envelope(address, reply, other, check);
        }

        /// A packet without security.
        byte[] plain(int code, byte... data) {
            return write(Optional.empty(), code, data, UnaryOperator.identity(), 0);
        }

        /// A packet with a security block but no MAC, as at the beginning of a session.
        byte[] withBlock(SecurityBlock security, int code, byte... data) {
            return write(Optional.of(security), code, data, UnaryOperator.identity(), 0);
        }

        /// A packet with a MAC.
        ///
        /// @param mac makes it from all that stands before it
        byte[] withMac(SecurityBlock security, int code, byte[] data, UnaryOperator<byte[]> mac) {
            return write(
                    Optional.of(security),
                    code,
                    data,
                    before -> {
                        byte[] all = Arrays.copyOf(before, before.length + MAC_BYTES);
                        System.arraycopy(mac.apply(before), 0, all, before.length, MAC_BYTES);
                        return all;
                    },
                    MAC_BYTES);
        }

        private byte[] write(
                Optional<SecurityBlock> security,
                int code,
                byte[] data,
                UnaryOperator<byte[]> finish,
                int macBytes) {
            int inner = security.map(SecurityBlock::bytes).orElse(0) + 1 + data.length;
            int length = Header.BYTES + inner + macBytes + check.bytes();
            ByteBuffer before = ByteBuffer.allocate(Header.BYTES + inner);
            before.put(
                    Header.of(address, reply, length, sequence, check, security.isPresent())
                            .bytes());
            security.ifPresent(block -> {
                before.put((byte) block.bytes()).put((byte) block.type()).put(block.data());
            });
            before.put((byte) code).put(data);
            byte[] whole = Arrays.copyOf(finish.apply(before.array()), length);
            check.repair(whole);
            return whole;
        }
    }
}
