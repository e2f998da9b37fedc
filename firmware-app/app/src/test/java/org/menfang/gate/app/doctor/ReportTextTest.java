package org.menfang.gate.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.json.Json;

class ReportTextTest {
    private static final Report REPORT =
            new Report(
                    "heping-nong/lane",
                    "和平弄大门",
                    ZoneOffset.UTC,
                    Instant.parse("2026-11-23T01:02:03Z"),
                    true,
                    List.of(
                            new Finding(
                                    Part.PINS,
                                    "pin.a",
                                    Words.same("17 lane-gate.lock"),
                                    new Words("高，动作，锁通电", "high, active, energised"),
                                    Diagnosis.FINE),
                            new Finding(
                                    Part.READERS,
                                    "reader.b",
                                    new Words("lane-reader D0 D1 空闲", "lane-reader D0 D1 at rest"),
                                    new Words("D0 低，D1 高", "D0 low, D1 high"),
                                    Diagnosis.D0_LOW),
                            absent("board.temperature", new Words("温度", "temperature")),
                            absent("board.supply", new Words("供电", "supply"))));

    private static Finding absent(String id, Words title) {
        return new Finding(
                Part.BOARD,
                id,
                title,
                new Words("本板没有", "not on this board"),
                Diagnosis.NOT_ON_THIS_BOARD);
    }

    @Test
    void a_report_on_a_phone() {
        assertEquals(
                """
                和平弄大门 heping-nong/lane  2026-11-23 01:02:03
                只读取输入，不驱动任何输出。
                It reads inputs and drives no output.

                接线 / pins
                  ✓ 17 lane-gate.lock  高，动作，锁通电
                                       high, active, energised

                读头 / readers
                  ✗ lane-reader D0 D1 空闲 / lane-reader D0 D1 at rest
                                       D0 低，D1 高 / D0 low, D1 high
                    D0 一直为低：检查读头供电，D0（绿）和 D1（白）是否接反或
                    碰地。
                    D0 stays low: check the reader's supply, and whether D0
                    (green) and D1 (white) are swapped or touch ground.

                主板 / board
                  - 温度、供电：本板没有
                    temperature, supply: not on this board

                ✓ 好 / fine   ! 看 / look   ✗ 坏 / broken   - 无 / not here
                1 处坏，0 处要看。
                1 broken, 0 to look at.
                """,
                text(Tongue.BOTH, 60, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 200})
    void no_line_is_wider_than_the_terminal(int columns) {
        for (Tongue tongue : Tongue.values()) {
            for (Diagnosis diagnosis : Diagnosis.values()) {
                Report report =
                        new Report(
                                "heping-nong/lane",
                                "和平弄大门",
                                ZoneOffset.UTC,
                                Instant.EPOCH,
                                true,
                                List.of(
                                        new Finding(
                                                Part.GATE,
                                                "x",
                                                new Words("配置文件", "site file"),
                                                new Words("没有错误，比大门新", "no faults, newer"),
                                                diagnosis)));
                for (String line : new ReportText(tongue, columns, true).lines(report)) {
                    assertTrue(TextCells.width(line) <= columns || isLegend(line), line);
                    assertEquals(line.stripTrailing(), line);
                }
            }
        }
    }

    private static boolean isLegend(String line) {
        return line.startsWith("✓ ");
    }

    @Test
    void one_language_alone_says_nothing_in_the_other() {
        String english = text(Tongue.ENGLISH, 60, false).replace("和平弄大门", "");
        assertFalse(
                english.codePoints()
                        .anyMatch(sign -> TextCells.width(Character.toString(sign)) == 2),
                english);
        assertFalse(text(Tongue.CHINESE, 60, false).contains("broken"));
    }

    @Test
    void whoever_sees_whole_cards_is_told_that_they_are_a_secret() {
        assertTrue(text(Tongue.BOTH, 60, true).contains("secret"));
        assertFalse(text(Tongue.BOTH, 60, false).contains("secret"));
    }

    @Test
    void programs_get_the_same() {
        String json = new String(Json.write(REPORT.forPrograms()), StandardCharsets.UTF_8);
        assertTrue(
                json.startsWith(
                        "{\"doctor\":1,\"gate\":\"heping-nong/lane\",\"name\":\"和平弄大门\","
                                + "\"time\":\"2026-11-23T01:02:03Z\",\"running\":true,\"findings\":["
                                + "{\"id\":\"pin.a\",\"verdict\":\"FINE\",\"diagnosis\":\"fine\","),
                json);
        assertTrue(json.contains("\"diagnosis\":\"d0-low\""), json);
        assertTrue(REPORT.asksForSomebody());
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "门房, 4", "'D0（绿）', 8", "✓, 1", "°C, 2"})
    void a_chinese_sign_takes_two_cells(String text, int cells) {
        assertEquals(cells, TextCells.width(text));
    }

    @Test
    void lines_break_at_spaces_and_between_chinese_signs_and_never_before_a_stop() {
        assertEquals(List.of("门房看", "门，开", "门"), TextCells.wrapped("门房看门，开门", 6));
        assertEquals(List.of("门", "房，", "看"), TextCells.wrapped("门房，看", 4));
        assertEquals(List.of("a bc", "defghij"), TextCells.wrapped("a bc defghij", 4));
        assertEquals(List.of("free", "14 s"), TextCells.wrapped("free 14" + Words.TIED + "s", 7));
        assertEquals(List.of(""), TextCells.wrapped("", 6));
    }

    private static String text(Tongue tongue, int columns, boolean raw) {
        return String.join("\n", new ReportText(tongue, columns, raw).lines(REPORT)) + "\n";
    }
}
