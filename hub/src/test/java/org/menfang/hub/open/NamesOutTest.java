package org.menfang.hub.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.vocabulary.Sha256;

class NamesOutTest {
    private final NamesOut names = new NamesOut(List.of("陈秀英", "陈秀", "李", "Anna"));

    @ParameterizedTest
    @CsvSource({
        "陈秀英家门口的灯, ○○家门口的灯",
        "灯坏了，找陈秀, 灯坏了，找○○",
        "李子树旁, 李子树旁",
        "ask Anna now, ask ○○ now",
        "没有名字, 没有名字"
    })
    void names_of_people_are_left_out_and_nothing_else(String typed, String shown) {
        assertEquals(shown, names.apply(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "打 13912345678 找人, 打 ○○ 找人",
        "3 号楼 12 号灯, 3 号楼 12 号灯",
        "110101199003074514, ○○",
        "共 120 米, 共 120 米"
    })
    void phone_numbers_are_left_out(String typed, String shown) {
        assertEquals(shown, NamesOut.withoutNumbers(typed));
    }

    @Test
    void a_text_that_named_somebody_who_is_forgotten_is_left_out_as_a_whole() {
        String named = "陈秀英家门口的灯坏了";
        NamesOut names =
                new NamesOut(List.of(), Set.of(Sha256.of(named.getBytes(StandardCharsets.UTF_8))));
        assertEquals("○○", names.apply(named));
        assertEquals("别的灯坏了", names.apply("别的灯坏了"));
    }
}
