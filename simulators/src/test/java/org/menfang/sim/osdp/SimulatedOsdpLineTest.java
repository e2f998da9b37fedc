package org.menfang.sim.osdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.sim.osdp.ScriptedPanel.bytes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.gate.CardBits;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.time.Chance;

/// Troubles of a line, and people on it, in virtual time.
final class SimulatedOsdpLineTest {
    private static final CardBits CARD = new CardBits("10110011100011110000111110");
    private static final int POLLS = 400;

    private MonotonicTime now = MonotonicTime.START;
    private final SimulatedPd one = reader(1, new PdSecurity.Install());
    private final SimulatedPd two = reader(2, new PdSecurity.Install());
    private final SimulatedOsdpLine line = new SimulatedOsdpLine(List.of(one, two), () -> now, 7);

    private SimulatedPd reader(int address, PdSecurity security) {
        Chance chance = Chance.of(address, "reader");
        return new SimulatedPd(PdPlan.usual(address, security), () -> now, () -> chance.bytes(8));
    }

    @Test
    void several_readers_on_one_line_answer_each_for_itself() {
        ScriptedPanel first = new ScriptedPanel(line, 1);
        ScriptedPanel second = new ScriptedPanel(line, 2);
        first.poll();
        second.poll();
        two.present(CARD);
        assertEquals(ReplyCode.ACK, first.poll().orElseThrow().code());
        assertEquals(ReplyCode.CARD_BITS, second.poll().orElseThrow().code());
        assertEquals(Optional.empty(), new ScriptedPanel(line, 3).poll());
    }

    @Test
    void noise_and_loss_leave_no_packet_wrong_and_some_right() {
        line.begin(LineTroubles.noise(20));
        ScriptedPanel panel = new ScriptedPanel(line, 1);
        int heard = 0;
        for (int i = 0; i < POLLS; i++) {
            Optional<Packet> reply = panel.reset().poll();
            heard += reply.isPresent() ? 1 : 0;
            assertTrue(reply.isEmpty() || reply.orElseThrow().code() == ReplyCode.ACK);
            now = now.plus(Duration.ofMillis(50));
        }
        assertTrue(heard > POLLS / 10 && heard < POLLS, heard + " of " + POLLS);
    }

    @Test
    void the_same_seed_does_the_same_to_a_line() {
        assertEquals(trace(3), trace(3));
        assertFalse(trace(3).equals(trace(4)));
    }

    private List<String> trace(long seed) {
        SimulatedOsdpLine other =
                new SimulatedOsdpLine(
                        List.of(reader(1, new PdSecurity.Install())), () -> now, seed);
        other.begin(LineTroubles.noise(30));
        List<String> said = new ArrayList<>();
        byte[] poll = new Packet.Envelope(1, false, 0, PacketCheck.CRC).plain(CommandCode.POLL);
        for (int i = 0; i < 50; i++) {
            other.hear(poll).forEach(sent -> said.add(HexFormat.of().formatHex(sent.bytes())));
            now = now.plus(Duration.ofMillis(50));
        }
        return said;
    }

    @Test
    void late_replies_come_late() {
        line.begin(LineTroubles.late(100, Duration.ofMillis(300)));
        byte[] poll = new Packet.Envelope(1, false, 0, PacketCheck.CRC).plain(CommandCode.POLL);
        assertEquals(
                List.of(now.plus(Duration.ofMillis(300))),
                line.hear(poll).stream().map(SimulatedOsdpLine.Sent::at).toList());
    }

    @Test
    void bytes_take_their_time_and_a_reader_of_another_speed_hears_nothing() {
        line.speed(9_600);
        byte[] poll = new Packet.Envelope(1, false, 0, PacketCheck.CRC).plain(CommandCode.POLL);
        // Eight bytes there and eight back, ten bits each.
        assertEquals(16_666_666L, line.hear(poll).getFirst().at().nanos());
        line.speed(115_200);
        assertEquals(List.of(), line.hear(poll));
    }

    @Test
    void two_readers_of_one_address_are_not_understood() {
        SimulatedPd twin = reader(1, new PdSecurity.Install());
        SimulatedOsdpLine crowded = new SimulatedOsdpLine(List.of(one, twin), () -> now, 1);
        ScriptedPanel panel = new ScriptedPanel(crowded, 1);
        assertEquals(Optional.empty(), panel.poll());
        twin.unplug();
        assertEquals(ReplyCode.ACK, panel.reset().poll().orElseThrow().code());
    }

    @Test
    void somebody_between_can_say_again_what_was_said() {
        ScriptedPanel panel = new ScriptedPanel(line, 1);
        line.begin(new Attack.Replay(100));
        panel.poll();
        assertEquals(ReplyCode.ACK, panel.say(CommandCode.IDENTITY, 0).orElseThrow().code());
    }

    @Test
    void somebody_between_can_hide_that_a_reader_knows_secure_channels() {
        ScriptedPanel panel = new ScriptedPanel(line, 1);
        line.begin(new Attack.HideSecurity());
        byte[] triples = panel.say(CommandCode.CAPABILITIES, 0).orElseThrow().data();
        assertArrayEquals(bytes(9, 0, 0), Arrays.copyOfRange(triples, 24, 27));
        assertEquals(-1, panel.openSession(SecurityBlock.DEFAULT_KEY, PdSecurity.KNOWN_KEY));
        assertEquals(0, one.counts().sessions());
    }

    @Test
    void somebody_between_cannot_have_a_reader_with_a_key_take_the_known_one() {
        SimulatedPd guarded = reader(1, new PdSecurity.Commissioned(new byte[16]));
        SimulatedOsdpLine other = new SimulatedOsdpLine(List.of(guarded), () -> now, 1);
        other.begin(new Attack.ForceDefaultKey());
        assertEquals(
                -1, new ScriptedPanel(other, 1).openSession(SecurityBlock.OWN_KEY, new byte[16]));
        assertFalse(guarded.hasSession());
    }

    @Test
    void commands_without_their_security_are_refused() {
        ScriptedPanel panel = new ScriptedPanel(line, 1);
        panel.openSession(SecurityBlock.DEFAULT_KEY, PdSecurity.KNOWN_KEY);
        line.begin(new Attack.StripSecurity());
        one.present(CARD);
        assertEquals(ReplyCode.NAK, panel.saySecurely(CommandCode.POLL).code());
        assertEquals(1, one.reportsWaiting());
    }

    @Test
    void somebody_between_can_say_that_a_card_was_read() {
        line.begin(new Attack.ForgeCard(CARD));
        Packet reply = new ScriptedPanel(line, 1).poll().orElseThrow();
        assertEquals(ReplyCode.CARD_BITS, reply.code());
        assertTrue(reply.security().isEmpty());
    }

    @Test
    void what_is_typed_is_done_or_refused_with_a_reason() {
        OsdpHands hands = new OsdpHands(line, List.of(one, two));
        ScriptedPanel panel = new ScriptedPanel(line, 2);
        panel.poll();
        assertEquals("done", hands.act("card 2 26:10001"));
        assertEquals(1, two.reportsWaiting());
        assertEquals("done", hands.act("tamper 2 on"));
        assertTrue(hands.act("show").startsWith("1: offline, plain"), hands.act("show"));
        assertEquals("done", hands.act("noise 0"));
        assertEquals("no reader 3", refusal(hands, "card 3 26:1"));
        assertEquals("something is missing after 2", refusal(hands, "keys 2"));
        assertEquals("no such attack: fly", refusal(hands, "attack fly"));
        assertEquals("no number: x", refusal(hands, "noise x"));
    }

    private static String refusal(OsdpHands hands, String typed) {
        try {
            return hands.act(typed);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
