package org.menfang.sim.osdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.sim.osdp.ScriptedPanel.bytes;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.gate.CardBits;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.time.Chance;

/// A reader as its panel sees it, in virtual time.
final class SimulatedPdTest {
    private static final int ADDRESS = 5;
    private static final CardBits CARD = new CardBits("10110011100011110000111110");
    private static final byte[] KEY = bytes(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6);
    private static final int[] LIGHT = {0, 0, 2, 1, 1, 2, 0, 10, 0, 1, 1, 0, 1, 0};

    private MonotonicTime now = MonotonicTime.START;
    private final Chance chance = Chance.of(1, "readers");
    private final SimulatedPd pd = reader(new PdSecurity.Install());
    private final SimulatedOsdpLine line = new SimulatedOsdpLine(List.of(pd), () -> now, 1);
    private final ScriptedPanel panel = new ScriptedPanel(line, ADDRESS);

    private SimulatedPd reader(PdSecurity security) {
        return new SimulatedPd(PdPlan.usual(ADDRESS, security), () -> now, () -> chance.bytes(8));
    }

    @Test
    void a_poll_by_either_check_is_acknowledged_in_the_same_way() {
        Packet byCrc = panel.poll().orElseThrow();
        assertEquals(ReplyCode.ACK, byCrc.code());
        assertEquals(new Header(ADDRESS, true, 8, 0x04), byCrc.header());
        Packet bySum = panel.by(PacketCheck.CHECKSUM).poll().orElseThrow();
        assertEquals(new Header(ADDRESS, true, 7, 0x01), bySum.header());
    }

    @Test
    void it_says_who_it_is_and_what_it_can() {
        assertArrayEquals(
                bytes(0x4E, 0x46, 0x4D, 1, 1, 0xED, 3, 0, 0, 1, 0, 0),
                panel.say(CommandCode.IDENTITY, 0).orElseThrow().data());
        byte[] capabilities = panel.say(CommandCode.CAPABILITIES, 0).orElseThrow().data();
        assertEquals(0, capabilities.length % 3);
        assertEquals(1, capabilities[3 * 8 + 1], "AES-128");
    }

    @Test
    void a_card_comes_once() {
        panel.poll();
        pd.present(CARD);
        assertArrayEquals(
                bytes(0, 0, 26, 0, 0xB3, 0x8F, 0x0F, 0x80), panel.poll().orElseThrow().data());
        assertEquals(ReplyCode.ACK, panel.poll().orElseThrow().code());
    }

    @Test
    void a_card_whose_reply_was_lost_comes_again_for_the_same_number_only() {
        panel.poll();
        pd.present(CARD);
        byte[] said = panel.poll().orElseThrow().raw();
        assertArrayEquals(said, panel.again().orElseThrow().raw());
        assertArrayEquals(said, panel.again().orElseThrow().raw());
        assertEquals(ReplyCode.ACK, panel.poll().orElseThrow().code());
        assertEquals(2, pd.counts().repeats());
    }

    @Test
    void keys_come_in_order() {
        panel.poll();
        pd.press("1*#");
        assertArrayEquals(bytes(0, 1, '1'), panel.poll().orElseThrow().data());
        assertArrayEquals(bytes(0, 1, 0x7F), panel.poll().orElseThrow().data());
        assertArrayEquals(bytes(0, 1, 0x0D), panel.poll().orElseThrow().data());
        pd.pressFast("47#");
        assertArrayEquals(bytes(0, 3, '4', '7', 0x0D), panel.poll().orElseThrow().data());
    }

    @Test
    void an_unexpected_number_is_refused_and_zero_begins_anew() {
        panel.poll();
        panel.poll();
        byte[] skipped = new Packet.Envelope(ADDRESS, false, 3, PacketCheck.CRC).plain(0x60);
        assertNak(NakReason.UNEXPECTED_SEQUENCE, panel.send(skipped));
        assertEquals(ReplyCode.ACK, panel.reset().poll().orElseThrow().code());
    }

    @Test
    void who_has_just_got_power_wants_zero() {
        panel.poll();
        pd.unplug();
        assertEquals(Optional.empty(), panel.poll());
        pd.plug();
        assertNak(NakReason.UNEXPECTED_SEQUENCE, panel.poll());
        assertEquals(ReplyCode.ACK, panel.reset().poll().orElseThrow().code());
    }

    @Test
    void a_busy_reader_says_so_outside_of_the_sequence() {
        panel.poll();
        pd.present(CARD);
        pd.busyFor(1);
        Packet busy = panel.poll().orElseThrow();
        assertEquals(ReplyCode.BUSY, busy.code());
        assertEquals(0, busy.header().sequence());
        assertEquals(ReplyCode.CARD_BITS, panel.again().orElseThrow().code());
    }

    @Test
    void lights_show_what_they_are_told_for_as_long_as_they_are_told() {
        panel.say(CommandCode.LED, LIGHT);
        assertEquals(LightColor.GREEN, pd.light(0));
        skip(150);
        assertEquals(LightColor.BLACK, pd.light(0));
        skip(900);
        assertEquals(LightColor.RED, pd.light(0));
    }

    @Test
    void the_buzzer_sounds_so_often() {
        panel.say(CommandCode.BUZZER, 0, 2, 2, 1, 2);
        List<Boolean> heard =
                List.of(0, 200, 100, 200, 100, 300).stream()
                        .map(millis -> {
                            skip(millis);
                            return pd.isSounding();
                        })
                        .toList();
        assertEquals(List.of(true, false, true, false, false, false), heard);
    }

    @Test
    void an_output_that_falls_back_by_itself_is_reported() {
        assertArrayEquals(
                bytes(1), panel.say(CommandCode.OUTPUT, 0, 5, 10, 0).orElseThrow().data());
        assertTrue(pd.output(0));
        assertEquals(ReplyCode.ACK, panel.poll().orElseThrow().code());
        skip(1_100);
        assertFalse(pd.output(0));
        assertArrayEquals(bytes(0), panel.poll().orElseThrow().data());
    }

    @Test
    void tamper_power_and_contacts_are_reported_and_can_be_asked_for() {
        panel.poll();
        pd.tamper(true);
        pd.powerFails(true);
        pd.input(1, true);
        assertArrayEquals(bytes(1, 0), panel.poll().orElseThrow().data());
        assertArrayEquals(bytes(1, 1), panel.poll().orElseThrow().data());
        assertArrayEquals(bytes(0, 1), panel.poll().orElseThrow().data());
        assertArrayEquals(bytes(1, 1), panel.say(CommandCode.LOCAL_STATUS).orElseThrow().data());
        assertArrayEquals(bytes(0, 1), panel.say(CommandCode.INPUT_STATUS).orElseThrow().data());
        assertArrayEquals(bytes(0), panel.say(CommandCode.READER_STATUS).orElseThrow().data());
    }

    @Test
    void it_moves_after_it_has_said_where_to() {
        Packet reply =
                panel.say(CommandCode.COMMUNICATION, 9, 0x00, 0xC2, 0x01, 0x00).orElseThrow();
        assertEquals(ADDRESS, reply.header().address());
        assertArrayEquals(bytes(9, 0x00, 0xC2, 0x01, 0x00), reply.data());
        assertEquals(115_200, pd.baud());
        assertEquals(Optional.empty(), panel.poll());
        assertEquals(ReplyCode.ACK, new ScriptedPanel(line, 9).poll().orElseThrow().code());
    }

    @Test
    void a_lonely_reader_is_found_by_the_address_for_all() {
        Packet reply = new ScriptedPanel(line, 0x7F).say(CommandCode.IDENTITY, 0).orElseThrow();
        assertEquals(0x7F, reply.header().address());
    }

    @Test
    void what_it_cannot_do_is_refused_with_its_reason() {
        assertNak(NakReason.UNKNOWN_COMMAND, panel.say(0x99));
        assertNak(NakReason.BAD_LENGTH, panel.say(CommandCode.LED, 1, 2));
        assertNak(NakReason.UNABLE, panel.say(CommandCode.OUTPUT, 7, 1, 0, 0));
        assertNak(NakReason.SECURITY_NOT_MET, panel.say(CommandCode.KEY_SET, 1, 16));
        byte[] broken = panel.envelope().plain(CommandCode.POLL);
        broken[5] ^= 1;
        assertEquals(Optional.empty(), panel.send(broken));
        pd.answerBroken(true);
        assertNak(NakReason.BAD_CHECK, panel.again());
    }

    @Test
    void a_session_carries_commands_and_reports_secretly() {
        panel.poll();
        assertEquals(1, panel.openSession(SecurityBlock.DEFAULT_KEY, PdSecurity.KNOWN_KEY));
        pd.present(CARD);
        Packet card = panel.saySecurely(CommandCode.POLL);
        assertEquals(ReplyCode.CARD_BITS, card.code());
        assertEquals(SecurityBlock.REPLY_ENCRYPTED, card.security().orElseThrow().type());
        assertEquals(26, card.data()[2]);
        assertEquals(ReplyCode.ACK, panel.saySecurely(CommandCode.LED, LIGHT).code());
        assertEquals(LightColor.GREEN, pd.light(0));
        assertEquals(ReplyCode.ACK, panel.saySecurely(CommandCode.POLL).code());
    }

    @Test
    void a_reader_that_got_its_key_takes_no_other_and_nothing_in_plain() {
        panel.poll();
        panel.openSession(SecurityBlock.DEFAULT_KEY, PdSecurity.KNOWN_KEY);
        giveKey();
        assertEquals(ReplyCode.ACK, panel.saySecurely(CommandCode.POLL).code(), "it goes on");
        assertNak(NakReason.SECURITY_NOT_MET, panel.reset().poll());
        assertEquals(
                -1, panel.reset().openSession(SecurityBlock.DEFAULT_KEY, PdSecurity.KNOWN_KEY));
        assertEquals(0xFF, panel.reset().openSession(SecurityBlock.OWN_KEY, new byte[16]));
        assertEquals(1, panel.reset().openSession(SecurityBlock.OWN_KEY, KEY));
        assertTrue(panel.reset().say(CommandCode.IDENTITY, 0).orElseThrow().data().length > 1);
    }

    @Test
    void a_key_outlives_a_loss_of_power() {
        panel.poll();
        panel.openSession(SecurityBlock.DEFAULT_KEY, PdSecurity.KNOWN_KEY);
        giveKey();
        pd.unplug();
        pd.plug();
        assertFalse(pd.hasSession());
        assertEquals(1, panel.reset().openSession(SecurityBlock.OWN_KEY, KEY));
    }

    @Test
    void what_is_said_in_plain_or_by_a_wrong_mac_ends_a_session() {
        panel.poll();
        panel.openSession(SecurityBlock.DEFAULT_KEY, PdSecurity.KNOWN_KEY);
        assertNak(NakReason.SECURITY_NOT_MET, panel.poll());
        assertFalse(pd.hasSession());
        panel.reset().openSession(SecurityBlock.DEFAULT_KEY, PdSecurity.KNOWN_KEY);
        line.begin(new Attack.TurnBits(100));
        assertEquals(ReplyCode.NAK, panel.saySecurely(CommandCode.POLL).code());
        assertFalse(pd.hasSession());
    }

    @Test
    void a_panel_that_falls_silent_loses_the_session_and_what_waited() {
        panel.poll();
        panel.openSession(SecurityBlock.DEFAULT_KEY, PdSecurity.KNOWN_KEY);
        pd.present(CARD);
        skip(8_001);
        assertFalse(pd.hasSession());
        assertFalse(pd.isOnline());
        assertEquals(ReplyCode.ACK, panel.reset().poll().orElseThrow().code());
    }

    @Test
    void an_old_reader_knows_no_session() {
        SimulatedOsdpLine old =
                new SimulatedOsdpLine(List.of(reader(new PdSecurity.None())), () -> now, 1);
        ScriptedPanel other = new ScriptedPanel(old, ADDRESS);
        assertNak(
                NakReason.UNKNOWN_SECURITY,
                other.send(other.challenge(SecurityBlock.DEFAULT_KEY, new byte[8])));
    }

    @Test
    void the_same_seed_gives_the_same_session() {
        assertArrayEquals(
                Chance.of(1, "readers").bytes(8),
                Arrays.copyOfRange(
                        panel.send(panel.challenge(SecurityBlock.DEFAULT_KEY, new byte[8]))
                                .orElseThrow()
                                .data(),
                        8,
                        16));
    }

    private void giveKey() {
        int[] data = new int[18];
        data[0] = 1;
        data[1] = 16;
        for (int i = 0; i < 16; i++) {
            data[2 + i] = KEY[i];
        }
        assertEquals(ReplyCode.ACK, panel.saySecurely(CommandCode.KEY_SET, data).code());
    }

    private void skip(long millis) {
        now = now.plus(Duration.ofMillis(millis));
    }

    private static void assertNak(NakReason reason, Optional<Packet> reply) {
        assertEquals(ReplyCode.NAK, reply.orElseThrow().code());
        assertEquals(reason.code(), reply.orElseThrow().data()[0], reason.toString());
    }
}
