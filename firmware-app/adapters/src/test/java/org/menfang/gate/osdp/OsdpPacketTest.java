package org.menfang.gate.osdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.osdp.OsdpPacket.Head;

final class OsdpPacketTest {
    private static final String SET_ADDRESS = "537F0D00046E00802500006E38";

    @Test
    void a_command_to_everybody_ends_with_the_check_of_the_standard() {
        byte[] packet =
                OsdpPacket.write(
                        new Head(0x7F, false, 0, PacketCheck.CRC),
                        null,
                        0x6E,
                        new PanelCommand.SetAddress(0, 9600).data());
        assertEquals(SET_ADDRESS, hex(packet));
    }

    @Test
    void a_packet_is_read_as_it_was_written() {
        OsdpPacket packet = only(SET_ADDRESS);
        assertEquals(0x7F, packet.address());
        assertEquals(0x6E, packet.code());
        assertEquals("0080250000", hex(packet.data()));
        assertNull(packet.security());
    }

    @Test
    void all_bytes_of_a_packet_with_a_checksum_make_zero() {
        byte[] packet =
                OsdpPacket.write(
                        new Head(5, false, 2, PacketCheck.CHECKSUM), null, 0x60, new byte[0]);
        assertEquals("530507000260", hex(packet).substring(0, 12));
        int sum = 0;
        for (byte next : packet) {
            sum += next;
        }
        assertEquals(0, sum & 0xFF);
        assertEquals(2, only(hex(packet)).sequence());
    }

    @Test
    void packets_are_found_between_noise_and_cut_anywhere() {
        byte[] line = bytes("00FF5353" + SET_ADDRESS + "5300" + SET_ADDRESS + "53");
        for (int cut = 0; cut <= line.length; cut++) {
            PacketReader reader = new PacketReader();
            byte[] rest = java.util.Arrays.copyOfRange(line, cut, line.length);
            int found = reader.take(line, cut).size();
            found += reader.take(rest, rest.length).size();
            found += reader.end().size();
            assertEquals(2, found, "cut at " + cut);
            assertEquals(7, reader.skippedBytes(), "cut at " + cut);
        }
    }

    @Test
    void a_packet_behind_one_that_never_ends_is_found_once_nothing_more_comes() {
        PacketReader reader = new PacketReader();
        byte[] line = bytes("5380FF0004" + SET_ADDRESS);
        assertEquals(List.of(), reader.take(line, line.length));
        assertEquals(1, reader.end().size());
    }

    @Test
    void a_packet_of_which_any_bit_is_another_is_none() {
        for (int bit = 0; bit < SET_ADDRESS.length() * 4; bit++) {
            byte[] line = bytes(SET_ADDRESS);
            line[bit / 8] ^= (byte) (1 << bit % 8);
            PacketReader reader = new PacketReader();
            int found = reader.take(line, line.length).size() + reader.end().size();
            assertEquals(0, found, "bit " + bit);
        }
    }

    @Test
    void a_packet_that_is_too_long_is_never_written() {
        Head head = new Head(1, false, 0, PacketCheck.CRC);
        assertThrows(
                IllegalArgumentException.class,
                () -> OsdpPacket.write(head, null, 0x60, new byte[OsdpPacket.BYTES_MAX]));
    }

    @Test
    void the_security_block_stands_between_head_and_code() {
        byte[] packet =
                OsdpPacket.write(
                        new Head(1, false, 1, PacketCheck.CRC),
                        new SecurityBlock(SecurityBlock.Type.CHALLENGE, 1),
                        0x76,
                        bytes("B0B1B2B3B4B5B6B7"));
        assertEquals("530113000D03110176B0B1B2B3B4B5B6B7", hex(packet).substring(0, 34));
        OsdpPacket read = only(hex(packet));
        assertEquals(new SecurityBlock(SecurityBlock.Type.CHALLENGE, 1), read.security());
        assertEquals("B0B1B2B3B4B5B6B7", hex(read.data()));
    }

    @Test
    void lights_and_sounds_are_written_in_tenths_of_a_second() {
        Duration half = Duration.ofMillis(200);
        PanelCommand light =
                new PanelCommand.Light(
                        PanelCommand.Blink.of(PanelCommand.Colour.RED, half),
                        Duration.ofSeconds(2),
                        PanelCommand.Blink.steady(PanelCommand.Colour.AMBER));
        assertEquals("0000020202010014000105050303", hex(light.data()));
        assertEquals("0002020203", hex(new PanelCommand.Sound(half, half, 3).data()));
        assertEquals("0001000000", hex(PanelCommand.Sound.SILENCE.data()));
        assertArrayEquals(new byte[] {7, 2, 0, 0}, new PanelCommand.SetOutput(7, true).data());
    }

    private static OsdpPacket only(String hex) {
        List<OsdpPacket> found = new PacketReader().take(bytes(hex), hex.length() / 2);
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
