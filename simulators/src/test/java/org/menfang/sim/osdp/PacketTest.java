package org.menfang.sim.osdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.MonotonicTime;

/// Packets by hand, and the standard's own numbers.
final class PacketTest {
    private static final byte[] COMMUNICATION = hex("537F0D0004 6E 0080250000 6E38");
    private static final byte[] PANEL_RANDOM = hex("B0B1B2B3B4B5B6B7");
    private static final byte[] READER_RANDOM = hex("A0A1A2A3A4A5A6A7");

    private final SessionKeys keys = SessionKeys.of(PdSecurity.KNOWN_KEY, PANEL_RANDOM);
    private final PacketScanner scanner = new PacketScanner();

    @Test
    void the_crc_of_the_standards_example_is_right() {
        assertArrayEquals(hex("6E38"), PacketCheck.CRC.over(COMMUNICATION, 11));
        assertTrue(PacketCheck.CRC.holds(COMMUNICATION));
    }

    @Test
    void the_checksum_brings_the_sum_to_zero() {
        byte[] poll = hex("53 00 07 00 01 60 45");
        assertTrue(PacketCheck.CHECKSUM.holds(poll));
        byte[] turned = hex("53 00 07 00 01 60 44");
        assertFalse(PacketCheck.CHECKSUM.holds(turned));
    }

    @Test
    void the_keys_of_the_standards_example_are_right() {
        assertArrayEquals(hex("BF8DC2A8329ACB8C67C6D0CD9A451682"), keys.encryption());
        assertArrayEquals(hex("5E86C676603BDEE2D8BEAFE178637332"), keys.mac1());
        assertArrayEquals(hex("6FDA86E857777E81132035758239172E"), keys.mac2());
    }

    @Test
    void the_cryptograms_of_the_standards_example_are_right() {
        assertArrayEquals(
                hex("FDE5D2F428EC16312471EA3C02BD7796"),
                keys.clientCryptogram(PANEL_RANDOM, READER_RANDOM));
        assertArrayEquals(
                hex("26D3356E07762D262801FC8E6665A891"),
                keys.serverCryptogram(PANEL_RANDOM, READER_RANDOM));
    }

    @Test
    void the_mac_of_a_message_of_two_blocks_is_two_steps_by_two_keys() {
        byte[] message = Arrays.copyOf(COMMUNICATION, 32);
        byte[] chained = hex("000102030405060708090A0B0C0D0E0F");
        byte[] first = Aes.encrypt(keys.mac1(), chained, Arrays.copyOf(message, 16));
        assertArrayEquals(
                Aes.encrypt(keys.mac2(), first, Arrays.copyOfRange(message, 16, 32)),
                keys.mac(message, chained));
    }

    @Test
    void data_that_fill_their_blocks_get_one_more_when_encrypted() {
        assertEquals(32, Aes.pad(new byte[16]).length);
        assertEquals(16, Aes.pad(new byte[15]).length);
        assertEquals(16, Aes.endOfData(Aes.pad(new byte[16])));
        assertEquals(-1, Aes.endOfData(new byte[16]));
    }

    @Test
    void a_packet_is_taken_apart_as_it_was_put_together() {
        Packet.Envelope envelope = new Packet.Envelope(3, true, 2, PacketCheck.CRC);
        byte[] raw =
                envelope.withMac(
                        SecurityBlock.of(SecurityBlock.REPLY_ENCRYPTED),
                        ReplyCode.KEYS,
                        hex("00112233445566778899AABBCCDDEEFF"),
                        before -> hex("CAFEBABE"));
        Packet packet = Packet.read(raw).orElseThrow();
        assertEquals(new Header(3, true, raw.length, 0x0E), packet.header());
        assertEquals(ReplyCode.KEYS, packet.code());
        assertArrayEquals(hex("CAFEBABE"), packet.mac());
        assertEquals(16, packet.data().length);
        assertEquals(raw.length - 6, packet.beforeMac().length);
        assertTrue(PacketCheck.CRC.holds(raw));
    }

    @Test
    void parts_that_do_not_fit_make_no_packet() {
        for (String inner : List.of("01 15", "40 15 60", "02 15", "00")) {
            byte[] content = hex(inner);
            byte[] raw = new byte[Header.BYTES + content.length + 2];
            byte[] header = Header.of(0, false, raw.length, 0, PacketCheck.CRC, true).bytes();
            System.arraycopy(header, 0, raw, 0, header.length);
            System.arraycopy(content, 0, raw, header.length, content.length);
            PacketCheck.CRC.repair(raw);
            assertTrue(Packet.read(raw).isEmpty(), inner);
        }
    }

    @Test
    void a_packet_is_found_in_noise_and_in_pieces() {
        assertEquals(List.of(), scanner.hear(at(0), hex("FF 53 53 00 00 AA 53 7F 0D 00")));
        List<PacketScanner.Found> found =
                scanner.hear(at(5), Arrays.copyOfRange(COMMUNICATION, 4, 13));
        assertEquals(1, found.size());
        assertArrayEquals(COMMUNICATION, found.getFirst().raw());
        assertTrue(found.getFirst().whole());
    }

    @Test
    void a_packet_after_a_false_beginning_is_found() {
        // What looks like a beginning claims nine bytes, and the packet begins within them.
        byte[] bytes = hex("53 00 09 00 04 53 7F 0D 00 04 6E 00 80 25 00 00 6E 38");
        List<PacketScanner.Found> found = scanner.hear(at(0), bytes);
        assertEquals(List.of(false, true), found.stream().map(PacketScanner.Found::whole).toList());
        assertArrayEquals(COMMUNICATION, found.getLast().raw());
    }

    @Test
    void a_packet_that_stops_in_the_middle_is_given_up_after_a_pause() {
        scanner.hear(at(0), Arrays.copyOf(COMMUNICATION, 8));
        assertEquals(1, scanner.hear(at(100), COMMUNICATION).size());
    }

    private static MonotonicTime at(long millis) {
        return MonotonicTime.START.plus(Duration.ofMillis(millis));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
