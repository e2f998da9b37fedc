package org.menfang.hub.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.hub.qr.QrPicture;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassPin;
import org.menfang.pass.PassScope;
import org.menfang.text.Catalogue;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;

class PassSheetTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void a_pass_is_told_in_chinese() {
        assertEquals(
                """
                编号：0123456789ABCDEF
                小区：elm-lane
                可开：north-in、区域 yard、控制器 south
                持有人：访客
                生效：2026-11-22 16:00
                到期：2026-11-22 20:00
                次数：2 次
                数字码：012 345 6789
                形式：纸质、手机，动态码每 30 秒更换
                """,
                told(Locale.SIMPLIFIED_CHINESE, 2));
    }

    @Test
    void a_pass_is_told_in_english() {
        assertEquals(
                """
                Number: 0123456789ABCDEF
                Compound: elm-lane
                Opens: north-in, area yard, gate south
                Holder: visitor
                From: 2026-11-22 16:00
                Until: 2026-11-22 20:00
                Uses: as often as wanted
                PIN: 012 345 6789
                Forms: paper, phone, with a new code every 30 s
                """,
                told(Locale.ENGLISH, null));
    }

    @Test
    void both_languages_have_the_same_words() {
        Catalogue words = Catalogue.beside(PassSheet.class, "words");
        assertEquals(words.keys(Locale.SIMPLIFIED_CHINESE), words.keys(Locale.ENGLISH));
        for (HolderKind kind : HolderKind.values()) {
            assertTrue(words.keys(Locale.ENGLISH).contains(kind.name()));
        }
        for (PassPin.Why why : PassPin.Why.values()) {
            assertTrue(words.keys(Locale.ENGLISH).contains(why.name()));
        }
    }

    @Test
    void a_slip_says_what_a_person_at_the_gate_needs() {
        QrPicture code = QrPicture.of("MF1:").orElseThrow();
        String slip = new PassSlip(SHANGHAI).svg(pass(2), code, "0123456789");
        for (String wanted :
                new String[] {
                    "通行证 Pass",
                    "elm-lane",
                    "2026-11-22 16:00",
                    "2026-11-22 20:00",
                    "2 次 / 2 times",
                    "012 345 6789",
                    "0123456789ABCDEF",
                    code.svgPath()
                }) {
            assertTrue(slip.contains(wanted), wanted);
        }
        assertTrue(slip.startsWith("<svg ") && slip.endsWith("</svg>\n"));
    }

    private static String told(Locale language, @Nullable Integer uses) {
        PassSheet sheet = new PassSheet(language, SHANGHAI);
        return String.join("\n", sheet.lines(pass(uses)))
                + "\n"
                + sheet.pin(new PassPin.Form.Digits("0123456789"))
                + "\n"
                + sheet.forms(List.of(PassClass.PAPER, PassClass.ROTATING))
                + "\n";
    }

    private static Pass pass(@Nullable Integer uses) {
        return new Pass(
                new PassId("0123456789ABCDEF"),
                new CompoundId("elm-lane"),
                new PassScope(
                        List.of(new AccessPointId("north-in")),
                        List.of(new AreaId("yard")),
                        List.of(new GateId("south"))),
                HolderKind.VISITOR,
                Instant.parse("2026-11-22T08:00:00Z"),
                Instant.parse("2026-11-22T12:00:00Z"),
                uses,
                PassClass.PAPER);
    }
}
