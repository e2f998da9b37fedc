package org.menfang.gate.osdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.gate.osdp.OsdpPacket.Head;

/// Keys and cryptograms of a challenge that is known, and a session whose other side is worked out
/// here with the same keys, the other way round.
final class SecureChannelTest {
    private static final byte[] PANEL_RANDOM = bytes("B0B1B2B3B4B5B6B7");
    private static final byte[] READER_RANDOM = bytes("A0A1A2A3A4A5A6A7");
    private static final SessionKeys KEYS = SessionKeys.of(BaseKey.DEFAULT, PANEL_RANDOM);
    private static final Head COMMAND = new Head(0, false, 1, PacketCheck.CRC);
    private static final Head REPLY = new Head(0, true, 1, PacketCheck.CRC);

    @Test
    void the_key_for_data_of_a_session_is_that_of_the_standard() {
        assertEquals(
                "BF8DC2A8329ACB8C67C6D0CD9A451682",
                hex(SessionKeys.derive(BaseKey.DEFAULT, 0x82, PANEL_RANDOM)));
    }

    @Test
    void a_reader_that_does_not_know_the_key_is_not_believed() {
        Handshake handshake = new Handshake(BaseKey.DEFAULT, PANEL_RANDOM);
        byte[] right = KEYS.cryptogram(PANEL_RANDOM, READER_RANDOM);
        assertTrue(
                handshake.answered(new ReaderReply.Cryptogram(READER_RANDOM, right)).isPresent());
        for (int i = 0; i < right.length; i++) {
            byte[] wrong = right.clone();
            wrong[i] ^= 1;
            assertEquals(
                    Optional.empty(),
                    handshake.answered(new ReaderReply.Cryptogram(READER_RANDOM, wrong)));
        }
    }

    @Test
    void the_panels_own_answer_sent_back_is_not_believed() {
        Handshake handshake = new Handshake(BaseKey.DEFAULT, PANEL_RANDOM);
        byte[] mirrored = KEYS.cryptogram(READER_RANDOM, PANEL_RANDOM);
        assertEquals(
                Optional.empty(),
                handshake.answered(new ReaderReply.Cryptogram(READER_RANDOM, mirrored)));
    }

    @Test
    void a_session_that_begins_with_another_mac_is_none() {
        Handshake.Proof proof = proof();
        byte[] right = KEYS.firstMac(proof.cryptogram());
        assertTrue(proof.session(new ReaderReply.FirstMac(right)).isPresent());
        assertEquals(Optional.empty(), proof.session(new ReaderReply.FirstMac(new byte[16])));
    }

    @Test
    void a_poll_carries_a_mac_and_a_command_with_data_is_encrypted() {
        SecureSession session = session();
        OsdpPacket poll = packet(session.write(COMMAND, new PanelCommand.Poll()));
        assertEquals(SecurityBlock.of(SecurityBlock.Type.COMMAND), poll.security());
        assertEquals(hex(KEYS.mac(first(), poll.bytes())).substring(0, 8), hex(poll.mac()));
        OsdpPacket set = packet(session.write(COMMAND, new PanelCommand.SetKey(BaseKey.DEFAULT)));
        assertEquals(SecurityBlock.of(SecurityBlock.Type.ENCRYPTED_COMMAND), set.security());
        assertEquals(32, set.data().length);
        byte[] plain = KEYS.encryption().decrypt(inverted(first()), set.data());
        assertEquals("0110" + BaseKey.DEFAULT.text() + "80" + "00".repeat(13), hex(plain));
    }

    @Test
    void each_answer_is_bound_to_its_command_and_opens_once() {
        SecureSession session = session();
        OsdpPacket poll = packet(session.write(COMMAND, new PanelCommand.Poll()));
        byte[] commandMac = KEYS.mac(first(), poll.bytes());
        OsdpPacket answer = answer(commandMac, "00011A008181F800");
        assertEquals("00011A008181F800", hex(session.open(answer).orElseThrow()));
        session.write(COMMAND, new PanelCommand.Poll());
        assertEquals(Optional.empty(), session.open(answer));
    }

    @Test
    void an_answer_is_refused_if_any_byte_of_it_is_another() {
        SecureSession session = session();
        byte[] poll = session.write(COMMAND, new PanelCommand.Poll());
        byte[] commandMac = KEYS.mac(first(), packet(poll).bytes());
        byte[] answer =
                answerBytes(
                        SecurityBlock.Type.ENCRYPTED_REPLY, commandMac, hidden(commandMac, "0100"));
        for (int i = 7; i < answer.length - 2; i++) {
            byte[] changed = answer.clone();
            changed[i] ^= 4;
            PacketCheck.CRC.write(changed, 0, changed.length - 2);
            assertEquals(Optional.empty(), session.open(packet(changed)), "byte " + i);
        }
        assertEquals("0100", hex(session.open(packet(answer)).orElseThrow()));
    }

    @Test
    void data_in_clear_is_refused_even_with_a_mac() {
        SecureSession session = session();
        byte[] poll = session.write(COMMAND, new PanelCommand.Poll());
        byte[] commandMac = KEYS.mac(first(), packet(poll).bytes());
        byte[] answer = answerBytes(SecurityBlock.Type.REPLY, commandMac, bytes("0100"));
        assertEquals(Optional.empty(), session.open(packet(answer)));
    }

    @Test
    void an_answer_without_a_mark_behind_its_data_is_refused() {
        SecureSession session = session();
        byte[] poll = session.write(COMMAND, new PanelCommand.Poll());
        byte[] commandMac = KEYS.mac(first(), packet(poll).bytes());
        byte[] zeros = KEYS.encryption().encrypt(inverted(commandMac), new byte[16]);
        byte[] answer = answerBytes(SecurityBlock.Type.ENCRYPTED_REPLY, commandMac, zeros);
        assertEquals(Optional.empty(), session.open(packet(answer)));
    }

    private static Handshake.Proof proof() {
        byte[] cryptogram = KEYS.cryptogram(PANEL_RANDOM, READER_RANDOM);
        return new Handshake(BaseKey.DEFAULT, PANEL_RANDOM)
                .answered(new ReaderReply.Cryptogram(READER_RANDOM, cryptogram))
                .orElseThrow();
    }

    private static SecureSession session() {
        return proof().session(new ReaderReply.FirstMac(first())).orElseThrow();
    }

    private static byte[] first() {
        return KEYS.firstMac(KEYS.cryptogram(READER_RANDOM, PANEL_RANDOM));
    }

    private static OsdpPacket answer(byte[] commandMac, String data) {
        return packet(
                answerBytes(
                        SecurityBlock.Type.ENCRYPTED_REPLY, commandMac, hidden(commandMac, data)));
    }

    private static byte[] hidden(byte[] commandMac, String data) {
        return KEYS.encryption().encrypt(inverted(commandMac), SessionKeys.padded(bytes(data)));
    }

    private static byte[] answerBytes(SecurityBlock.Type type, byte[] commandMac, byte[] data) {
        return OsdpPacket.write(
                REPLY,
                SecurityBlock.of(type),
                0x50,
                data,
                bytes -> java.util.Arrays.copyOf(KEYS.mac(commandMac, bytes), 4));
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] inverted = bytes.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        return inverted;
    }

    private static OsdpPacket packet(byte[] bytes) {
        List<OsdpPacket> found = new PacketReader().take(bytes, bytes.length);
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
