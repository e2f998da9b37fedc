package org.menfang.gate.osdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.menfang.gate.ReaderFeedback;
import org.menfang.vocabulary.ReaderId;

final class OsdpPanelTest {
    private static final ReaderId READER = new ReaderId("north-in");
    private static final BaseKey KEY =
            BaseKey.read("000102030405060708090A0B0C0D0E0F").orElseThrow();
    private static final BaseKey OTHER = new BaseKey(new byte[BaseKey.BYTES]);
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final PanelBench bench = new PanelBench();

    @Test
    void a_reader_is_found_and_shows_that_it_knows_its_key_before_it_is_heard() {
        ScriptedReader reader = commissioned();
        bench.run(A_WHILE);
        assertEquals("[north-in online, north-in online]", bench.told.toString());
        assertEquals(
                List.of(
                        "61",
                        "61:00",
                        "62:00",
                        "64:",
                        "69:0000010505000000000105050000",
                        "6a:0001000000"),
                reader.heard.subList(0, 6));
        assertEquals(List.of(0, 1, 2, 3, 1, 2, 3, 1), reader.sequences.subList(0, 8));
    }

    @Test
    void cards_keys_and_texts_come_in_their_order() {
        ScriptedReader reader = commissioned();
        bench.run(A_WHILE);
        bench.told.clear();
        reader.then("5000010800A5", "5300023123", "51000003414243", "480101", "490001");
        bench.run(A_WHILE);
        assertEquals(
                """
                north-in card 10100101
                north-in key DIGIT_1
                north-in key ENTER
                north-in text ABC
                north-in online tamper power
                north-in online tamper power in[false, true]\
                """,
                String.join("\n", bench.told));
    }

    @Test
    void a_reader_without_a_key_is_never_asked_anything() {
        bench.plan("north-in", 0);
        bench.connect(0, ScriptedReader.fresh().then("5000010800A5"));
        bench.run(Duration.ofMinutes(1));
        assertEquals(List.of("north-in NO_KEY"), bench.told);
        assertTrue(bench.sent.isEmpty());
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_again_and_told_once() {
        ScriptedReader reader = commissioned();
        bench.run(A_WHILE);
        bench.told.clear();
        reader.then("5000010800A5");
        boolean[] lost = {false};
        bench.line(answer -> {
            boolean isFirst = !lost[0];
            lost[0] = true;
            return isFirst ? null : answer;
        });
        int before = bench.sent.size();
        bench.run(A_WHILE);
        assertArrayEquals(bench.sent.get(before), bench.sent.get(before + 1));
        assertEquals(
                Duration.ofMillis(200),
                bench.sentAt.get(before).until(bench.sentAt.get(before + 1)));
        assertEquals(List.of("north-in card 10100101"), bench.told);
    }

    @Test
    void noise_between_answers_changes_nothing() {
        ScriptedReader reader = commissioned();
        bench.line(answer -> {
            byte[] noisy = new byte[answer.length + 4];
            noisy[0] = 0x53;
            noisy[1] = (byte) 0x80;
            System.arraycopy(answer, 0, noisy, 3, answer.length);
            return noisy;
        });
        reader.then("5000010800A5");
        bench.run(A_WHILE);
        assertTrue(bench.told.contains("north-in card 10100101"));
    }

    @Test
    void a_reader_that_is_unplugged_is_gone_and_comes_back_with_sequence_zero() {
        ScriptedReader reader = commissioned();
        bench.run(A_WHILE);
        bench.told.clear();
        bench.unplug(0);
        bench.run(Duration.ofSeconds(5));
        assertEquals(List.of("north-in SILENT"), bench.told);
        reader.sequences.clear();
        bench.connect(0, reader);
        bench.run(Duration.ofSeconds(2));
        assertTrue(bench.told.contains("north-in online"));
        assertEquals(0, reader.sequences.getFirst());
    }

    @Test
    void a_reader_with_another_key_is_refused() {
        commissioned();
        bench.connect(0, new ScriptedReader(OTHER)).then("5000010800A5");
        bench.run(Duration.ofSeconds(10));
        assertEquals(List.of("north-in WRONG_KEY"), bench.told);
    }

    @Test
    void a_reader_that_answers_in_clear_is_refused() {
        ScriptedReader reader = commissioned();
        bench.run(A_WHILE);
        bench.told.clear();
        bench.line(answer -> {
            OsdpPacket packet = new PacketReader().take(answer, answer.length).getFirst();
            return ScriptedReader.clear(packet, null, 0x50, new byte[] {0, 1, 8, 0, (byte) 0xA5});
        });
        bench.run(Duration.ofSeconds(10));
        assertFalse(bench.told.toString().contains("card"));
        assertEquals("north-in UNENCRYPTED", bench.told.getFirst());
        assertFalse(reader.heard.isEmpty());
    }

    @Test
    void a_reader_that_falls_back_to_the_key_of_its_maker_is_refused() {
        commissioned();
        bench.line(answer -> {
            OsdpPacket packet = new PacketReader().take(answer, answer.length).getFirst();
            return packet.code() == ReaderReply.CRYPTOGRAM_CODE
                    ? ScriptedReader.clear(
                            packet,
                            new SecurityBlock(SecurityBlock.Type.CRYPTOGRAM, 0),
                            packet.code(),
                            packet.data())
                    : answer;
        });
        bench.run(Duration.ofSeconds(10));
        assertEquals(List.of("north-in DEFAULT_KEY"), bench.told);
    }

    @Test
    void a_message_that_is_not_genuine_ends_the_session_and_is_not_told() {
        ScriptedReader reader = commissioned();
        bench.run(A_WHILE);
        bench.told.clear();
        reader.then("5000010800A5");
        bench.line(answer -> {
            OsdpPacket packet = new PacketReader().take(answer, answer.length).getFirst();
            if (packet.code() != 0x50) {
                return answer;
            }
            byte[] forged = answer.clone();
            forged[forged.length - 3] ^= 1;
            PacketCheck.CRC.write(forged, 0, forged.length - 2);
            return forged;
        });
        bench.run(Duration.ofSeconds(10));
        assertEquals("north-in FORGED", bench.told.getFirst());
        assertFalse(bench.told.toString().contains("card"));
        assertTrue(bench.told.getLast().contains("online"));
    }

    @Test
    void a_reader_that_started_anew_is_opened_again() {
        ScriptedReader reader = commissioned();
        bench.run(Duration.ofSeconds(10));
        bench.told.clear();
        boolean[] once = {false};
        bench.line(answer -> {
            OsdpPacket packet = new PacketReader().take(answer, answer.length).getFirst();
            boolean isFirst = !once[0];
            once[0] = true;
            return isFirst ? ScriptedReader.clear(packet, null, 0x41, new byte[] {6}) : answer;
        });
        reader.sequences.clear();
        bench.run(A_WHILE);
        assertEquals("north-in SESSION_LOST", bench.told.getFirst());
        assertEquals("north-in online", bench.told.get(1));
        assertEquals(0, reader.sequences.get(1));
    }

    @Test
    void a_reader_that_is_busy_is_left_alone_and_not_for_ever() {
        commissioned();
        bench.run(A_WHILE);
        bench.told.clear();
        bench.line(answer -> busy());
        int before = bench.sent.size();
        bench.run(Duration.ofSeconds(4));
        assertTrue(bench.told.isEmpty());
        assertTrue(bench.sent.size() - before < 100);
        bench.run(Duration.ofSeconds(4));
        assertEquals("north-in BUSY", bench.told.getFirst());
    }

    private static byte[] busy() {
        return OsdpPacket.write(
                new OsdpPacket.Head(0, true, 0, PacketCheck.CRC),
                null,
                ReaderReply.BUSY_CODE,
                new byte[0]);
    }

    @Test
    void what_a_reader_is_to_show_goes_out_at_once_and_only_the_newest() {
        ScriptedReader reader = commissioned();
        bench.run(A_WHILE);
        reader.heard.clear();
        bench.panel.show(bench.now(), READER, ReaderFeedback.READ);
        bench.panel.show(bench.now(), READER, ReaderFeedback.GRANTED);
        bench.run(Duration.ofMillis(20));
        assertEquals(
                List.of("69:000002050502021e000105050000", "6a:0002050101"),
                reader.heard.stream().filter(heard -> !heard.equals("60:")).toList());
    }

    @Test
    void eight_readers_are_each_polled_every_50_ms() {
        for (int address = 0; address < 8; address++) {
            ReaderId id = new ReaderId("reader-" + address);
            bench.keys.with(id, KEY);
            bench.plan(id.value(), address);
            bench.connect(address, new ScriptedReader(KEY));
        }
        bench.run(A_WHILE);
        int before = bench.sent.size();
        bench.run(A_WHILE);
        assertEquals(160, bench.sent.size() - before, 8);
    }

    @Test
    void a_reader_that_is_gone_does_not_hold_up_the_others() {
        commissioned();
        bench.keys.with(new ReaderId("gone"), KEY);
        bench.plan("gone", 1);
        bench.run(Duration.ofSeconds(5));
        int before = bench.sent.size();
        bench.run(Duration.ofSeconds(10));
        int polls = bench.sent.size() - before;
        assertTrue(polls > 150, "polls: " + polls);
    }

    @Test
    void a_fresh_reader_is_given_a_key_and_from_then_on_has_no_other() {
        bench.plan("north-in", 0);
        ScriptedReader reader = bench.connect(0, ScriptedReader.fresh());
        install();
        bench.run(A_WHILE);
        BaseKey key = bench.keys.of(READER).own();
        assertNotEquals(BaseKey.DEFAULT, key);
        assertEquals(key, reader.key());
        assertEquals(
                """
                north-in NO_KEY
                north-in installing
                north-in online
                north-in online\
                """,
                String.join("\n", bench.told));
        assertTrue(bench.panel.readers().getFirst().status().online());
    }

    @Test
    void nothing_that_a_reader_tells_while_it_has_no_key_of_its_own_is_believed() {
        bench.plan("north-in", 0);
        ScriptedReader reader = bench.connect(0, ScriptedReader.fresh());
        install();
        bench.line(answer -> {
            reader.then("5000010800A5");
            OsdpPacket packet = new PacketReader().take(answer, answer.length).getFirst();
            return packet.code() == 0x40 && packet.security() != null ? null : answer;
        });
        bench.run(Duration.ofMinutes(1));
        assertFalse(bench.told.toString().contains("card"));
    }

    @Test
    void the_way_to_give_a_key_closes_by_itself_after_ten_minutes() {
        bench.plan("north-in", 0);
        install();
        bench.run(Duration.ofMinutes(9));
        assertTrue(bench.panel.readers().getFirst().status().installing());
        bench.run(Duration.ofMinutes(2));
        assertFalse(bench.panel.readers().getFirst().status().installing());
        int before = bench.sent.size();
        bench.connect(0, ScriptedReader.fresh());
        bench.run(Duration.ofMinutes(1));
        assertEquals(before, bench.sent.size());
        assertEquals("north-in NO_KEY", bench.told.getLast());
    }

    @Test
    void a_replaced_reader_is_given_a_key_only_when_somebody_asks_for_it() {
        commissioned();
        bench.connect(0, ScriptedReader.fresh());
        bench.run(Duration.ofSeconds(10));
        assertEquals(List.of("north-in WRONG_KEY"), bench.told);
        install();
        bench.run(Duration.ofSeconds(10));
        assertTrue(bench.panel.readers().getFirst().status().online());
        assertNotEquals(KEY, bench.keys.of(READER).own());
    }

    @Test
    void a_key_that_the_reader_took_without_our_hearing_of_it_is_not_lost() {
        bench.plan("north-in", 0);
        ScriptedReader reader = bench.connect(0, ScriptedReader.fresh());
        install();
        bench.line(answer -> reader.key().isDefault() ? answer : null);
        bench.run(Duration.ofSeconds(10));
        bench.line(answer -> answer);
        bench.run(Duration.ofSeconds(10));
        assertTrue(bench.panel.readers().getFirst().status().online());
        assertEquals(reader.key(), bench.keys.of(READER).own());
    }

    @Test
    void a_key_that_cannot_be_kept_is_not_given() {
        bench.plan("north-in", 0);
        ScriptedReader reader = bench.connect(0, ScriptedReader.fresh());
        bench.keys.fill();
        install();
        bench.run(Duration.ofSeconds(10));
        assertEquals(BaseKey.DEFAULT, reader.key());
        assertTrue(bench.told.contains("north-in KEY_NOT_KEPT"));
    }

    @Test
    void a_reader_is_moved_to_its_address_before_it_is_given_its_key() {
        bench.plan("north-in", 5);
        ScriptedReader reader = bench.connect(0, ScriptedReader.fresh());
        bench.panel.beginInstall(bench.now(), READER, OptionalInt.of(0));
        bench.line(answer -> {
            if (reader.heard.getLast().startsWith("6e")) {
                bench.unplug(0);
                bench.connect(5, reader);
            }
            return answer;
        });
        bench.run(Duration.ofSeconds(10));
        assertTrue(reader.heard.contains("6e:0580250000"));
        assertTrue(bench.panel.readers().getFirst().status().online());
        assertEquals(reader.key(), bench.keys.of(READER).own());
    }

    @Test
    void a_reader_is_not_looked_for_where_another_one_is() {
        commissioned();
        bench.plan("south-in", 1);
        assertEquals(
                OsdpPanel.Installing.ADDRESS_TAKEN,
                bench.panel.beginInstall(bench.now(), new ReaderId("south-in"), OptionalInt.of(0)));
    }

    @Test
    void readers_are_looked_for_again_when_the_line_is_back() {
        commissioned();
        bench.run(A_WHILE);
        bench.panel.lineIsGone();
        assertEquals("north-in LINE_GONE", bench.told.getLast());
        bench.panel.lineIsBack(bench.now());
        bench.run(A_WHILE);
        assertTrue(bench.panel.readers().getFirst().status().online());
    }

    private ScriptedReader commissioned() {
        bench.keys.with(READER, KEY);
        bench.plan("north-in", 0);
        return bench.connect(0, new ScriptedReader(KEY));
    }

    private void install() {
        assertEquals(
                OsdpPanel.Installing.BEGUN,
                bench.panel.beginInstall(bench.now(), READER, OptionalInt.empty()));
    }
}
