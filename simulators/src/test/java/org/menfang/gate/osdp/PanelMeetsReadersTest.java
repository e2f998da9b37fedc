package org.menfang.gate.osdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.gate.osdp.PanelStand.id;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.CardBits;
import org.menfang.gate.ReaderFeedback;
import org.menfang.sim.osdp.LightColor;
import org.menfang.sim.osdp.PdSecurity;
import org.menfang.sim.osdp.SimulatedPd;
import org.menfang.sim.time.Chance;

/// Two readings of the standard, in virtual time: everything that a panel and readers do together.
final class PanelMeetsReadersTest {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int READERS = 4;
    private static final int CARDS = 200;

    @TempDir Path keys;

    private PanelStand stand() {
        PanelStand stand = new PanelStand(1, READERS, keys);
        stand.commission();
        return stand;
    }

    @Test
    void each_reader_of_a_line_gets_a_key_of_its_own_and_is_there() {
        PanelStand stand = stand();
        List<String> given = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            assertTrue(stand.heard.status(id(reader)).online(), "" + reader);
            assertFalse(stand.heard.status(id(reader)).installing());
            PdSecurity security = stand.pd(reader).security();
            byte[] key = assertInstanceOf(PdSecurity.Commissioned.class, security).key();
            given.add(HexFormat.of().formatHex(key));
        }
        assertEquals(READERS, given.stream().distinct().count());
    }

    @Test
    void a_gate_that_starts_anew_finds_its_readers_by_what_it_kept() {
        PanelStand stand = stand();
        stand.restartPanel();
        stand.run(Duration.ofSeconds(5));
        stand.pd(2).present(card(7));
        stand.run(MOMENT);
        assertEquals(List.of(card(7).bits()), stand.heard.reads(id(2)));
    }

    @Test
    void cards_and_keys_of_all_readers_arrive_once_and_in_order() {
        PanelStand stand = stand();
        Chance chance = Chance.of(3, "cards");
        List<List<String>> shown = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            shown.add(new ArrayList<>());
        }
        for (int i = 0; i < CARDS; i++) {
            int reader = chance.below(READERS);
            if (chance.percent(30)) {
                stand.pd(reader).press("5#");
                shown.get(reader).addAll(List.of("DIGIT_5", "ENTER"));
            } else {
                stand.pd(reader).present(card(i));
                shown.get(reader).add(card(i).bits());
            }
            stand.run(Duration.ofMillis(chance.below(200)));
        }
        stand.run(MOMENT);
        for (int reader = 0; reader < READERS; reader++) {
            assertEquals(shown.get(reader), stand.heard.reads(id(reader)));
        }
    }

    @Test
    void several_keys_in_one_report_are_several_keys() {
        PanelStand stand = stand();
        stand.pd(0).pressFast("19*");
        stand.run(MOMENT);
        assertEquals(List.of("DIGIT_1", "DIGIT_9", "CLEAR"), stand.heard.reads(id(0)));
    }

    @Test
    void cards_of_every_length_keep_their_bits() {
        PanelStand stand = stand();
        List<String> shown = new ArrayList<>();
        for (int bits = 1; bits <= CardBits.LENGTH_MAX; bits += 15) {
            shown.add("10".repeat(bits).substring(0, bits));
            stand.pd(1).present(new CardBits(shown.getLast()));
        }
        stand.run(Duration.ofSeconds(5));
        assertEquals(shown, stand.heard.reads(id(1)));
    }

    @Test
    void granted_is_green_and_a_tone_and_then_the_reader_rests() {
        PanelStand stand = stand();
        LightColor rest = stand.pd(0).light(0);
        stand.panel().show(stand.now(), id(0), ReaderFeedback.GRANTED);
        stand.run(Duration.ofMillis(200));
        assertEquals(LightColor.GREEN, stand.pd(0).light(0));
        assertTrue(stand.pd(0).isSounding());
        assertEquals(rest, stand.pd(1).light(0));
        stand.run(Duration.ofSeconds(5));
        assertEquals(rest, stand.pd(0).light(0));
        assertFalse(stand.pd(0).isSounding());
    }

    @Test
    void read_is_shown_within_100_ms() {
        PanelStand stand = stand();
        LightColor rest = stand.pd(3).light(0);
        stand.panel().show(stand.now(), id(3), ReaderFeedback.READ);
        stand.run(Duration.ofMillis(100));
        assertFalse(stand.pd(3).light(0) == rest);
    }

    @Test
    void a_warning_of_an_open_door_comes_back_with_the_reader() {
        PanelStand stand = stand();
        stand.panel().show(stand.now(), id(0), ReaderFeedback.CLOSE_THE_DOOR);
        stand.run(MOMENT);
        stand.pd(0).unplug();
        stand.run(Duration.ofSeconds(5));
        stand.pd(0).plug();
        assertEquals(LightColor.BLACK, stand.pd(0).light(0));
        stand.run(Duration.ofSeconds(5));
        boolean lit = false;
        for (int i = 0; i < 10; i++) {
            lit |= stand.pd(0).light(0) != LightColor.BLACK;
            stand.run(Duration.ofMillis(100));
        }
        assertTrue(lit);
    }

    @Test
    void tamper_power_and_inputs_are_told() {
        PanelStand stand = stand();
        stand.pd(2).tamper(true);
        stand.pd(2).powerFails(true);
        stand.pd(2).input(1, true);
        stand.run(MOMENT);
        ReaderStatus status = stand.heard.status(id(2));
        assertTrue(status.tamper());
        assertTrue(status.powerFailed());
        assertEquals(List.of(false, true), status.inputs());
        stand.pd(2).tamper(false);
        stand.run(MOMENT);
        assertFalse(stand.heard.status(id(2)).tamper());
        assertFalse(stand.heard.status(id(1)).powerFailed());
    }

    @Test
    void outputs_are_driven() {
        PanelStand stand = stand();
        stand.panel().drive(stand.now(), id(1), 0, true);
        stand.run(MOMENT);
        assertTrue(stand.pd(1).output(0));
        assertEquals(List.of(true), stand.heard.status(id(1)).outputs());
        assertFalse(stand.pd(0).output(0));
    }

    @Test
    void a_reader_that_is_unplugged_is_missed_and_welcome_when_it_is_back() {
        PanelStand stand = stand();
        stand.pd(1).unplug();
        stand.run(Duration.ofSeconds(4));
        assertEquals(ReaderFault.SILENT, stand.heard.status(id(1)).fault());
        assertFalse(stand.heard.status(id(1)).online());
        assertTrue(stand.heard.status(id(0)).online(), "the others are not to blame");
        stand.pd(1).plug();
        stand.run(Duration.ofSeconds(10));
        assertTrue(stand.heard.status(id(1)).online());
        stand.pd(1).present(card(1));
        stand.run(MOMENT);
        assertEquals(List.of(card(1).bits()), stand.heard.reads(id(1)));
    }

    @Test
    void a_card_from_the_time_without_a_panel_opens_nothing_later() {
        PanelStand stand = stand();
        SimulatedPd other = stand.pd(0);
        stand.replace(0, stand.pd(9, new PdSecurity.None()));
        stand.run(Duration.ofSeconds(4));
        other.present(card(1));
        stand.run(Duration.ofSeconds(10));
        stand.replace(0, other);
        stand.run(Duration.ofSeconds(10));
        assertTrue(stand.heard.status(id(0)).online());
        assertEquals(List.of(), stand.heard.reads(id(0)));
    }

    @Test
    void a_busy_reader_loses_nothing() {
        PanelStand stand = stand();
        stand.pd(0).present(card(1));
        stand.pd(0).busyFor(5);
        stand.run(Duration.ofSeconds(2));
        assertEquals(List.of(card(1).bits()), stand.heard.reads(id(0)));
        assertTrue(stand.heard.status(id(0)).online());
        assertEquals(1, stand.pd(0).counts().sessions() - 1, "no session was lost by it");
    }

    @Test
    void without_somebody_asking_no_reader_gets_a_key() {
        PanelStand stand = new PanelStand(1, READERS, keys);
        stand.run(Duration.ofMinutes(2));
        for (int reader = 0; reader < READERS; reader++) {
            assertInstanceOf(PdSecurity.Install.class, stand.pd(reader).security());
            stand.pd(reader).present(card(reader));
        }
        stand.run(MOMENT);
        for (int reader = 0; reader < READERS; reader++) {
            assertFalse(stand.heard.status(id(reader)).online());
            assertEquals(List.of(), stand.heard.reads(id(reader)));
        }
    }

    @Test
    void install_mode_ends_by_itself_within_10_minutes() {
        PanelStand stand = new PanelStand(1, 1, keys);
        stand.pd(0).unplug();
        stand.panel().beginInstall(stand.now(), id(0), OptionalInt.empty());
        stand.run(Duration.ofMinutes(9));
        assertTrue(stand.heard.status(id(0)).installing());
        stand.run(Duration.ofMinutes(1).plusMillis(1));
        assertFalse(stand.heard.status(id(0)).installing());
        stand.pd(0).plug();
        stand.run(Duration.ofMinutes(1));
        assertInstanceOf(PdSecurity.Install.class, stand.pd(0).security());
        assertFalse(stand.heard.status(id(0)).online());
    }

    @Test
    void a_reader_that_comes_in_the_last_minute_still_gets_its_key() {
        PanelStand stand = new PanelStand(1, 1, keys);
        stand.pd(0).unplug();
        stand.panel().beginInstall(stand.now(), id(0), OptionalInt.empty());
        stand.run(Duration.ofMinutes(9));
        stand.pd(0).plug();
        stand.run(Duration.ofSeconds(30));
        assertInstanceOf(PdSecurity.Commissioned.class, stand.pd(0).security());
        assertTrue(stand.heard.status(id(0)).online());
    }

    @Test
    void a_reader_with_the_default_key_in_the_place_of_ours_is_refused() {
        PanelStand stand = stand();
        stand.replace(1, stand.pd(1, new PdSecurity.Install()));
        isRefused(stand, 1);
    }

    @Test
    void a_reader_that_speaks_in_plain_in_the_place_of_ours_is_refused() {
        PanelStand stand = stand();
        stand.replace(1, stand.pd(1, new PdSecurity.None()));
        isRefused(stand, 1);
    }

    @Test
    void a_reader_with_another_key_in_the_place_of_ours_is_refused() {
        PanelStand stand = stand();
        stand.replace(1, stand.pd(1, new PdSecurity.Commissioned(new byte[16])));
        isRefused(stand, 1);
    }

    @Test
    void a_key_can_be_given_again_to_a_reader_that_has_one() {
        PanelStand stand = stand();
        stand.panel().beginInstall(stand.now(), id(0), OptionalInt.empty());
        stand.run(Duration.ofSeconds(10));
        assertTrue(stand.heard.status(id(0)).online());
        stand.pd(0).present(card(4));
        stand.run(MOMENT);
        assertEquals(List.of(card(4).bits()), stand.heard.reads(id(0)));
    }

    @Test
    void a_reader_of_another_address_is_moved_to_its_own_when_it_gets_its_key() {
        PanelStand stand = new PanelStand(1, 2, keys);
        SimulatedPd fresh = stand.pd(5, new PdSecurity.Install());
        stand.replace(1, fresh);
        stand.panel().beginInstall(stand.now(), id(1), OptionalInt.of(5));
        stand.run(Duration.ofSeconds(20));
        assertEquals(1, fresh.address());
        assertTrue(stand.heard.status(id(1)).online());
    }

    private static void isRefused(PanelStand stand, int reader) {
        stand.run(Duration.ofSeconds(5));
        for (int i = 0; i < 20; i++) {
            stand.pd(reader).present(card(i));
            stand.pd(reader).press("1#");
            stand.run(Duration.ofSeconds(3));
        }
        assertEquals(List.of(), stand.heard.reads(id(reader)));
        assertFalse(stand.heard.status(id(reader)).online());
        assertTrue(stand.heard.status(id(reader)).fault() != null);
        assertTrue(stand.heard.status(id(0)).online());
    }

    private static CardBits card(int number) {
        String bits = Integer.toBinaryString(number | (1 << 26));
        return new CardBits(bits.substring(1));
    }
}
