package org.menfang.gate.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.gate.CardBits;
import org.menfang.gate.reader.Wiegand;
import org.menfang.site.CardFormat;
import org.menfang.site.ReaderPlan;
import org.menfang.vocabulary.ReaderId;

class TypedTextTest {
    private static final ReaderId READER = new ReaderId("r");

    @ParameterizedTest
    @CsvSource({
        // format, keypad, text, what is heard
        "26, false, 0000203307, wiegand-26:03:1A2B",
        "26, false, 00306699, wiegand-26:03:1A2B",
        "26, false, 4294967295, text",
        "26, false, 25606699, text",
        "34, false, 4294967295, wiegand-34:FFFFFFFF",
        "34, false, 00306699, text",
        "37, false, 0000203307, wiegand-37:000031A2B",
        "26, true, 1234, keys 1234",
        "26, false, 1234, text",
        "26, true, 00306699, wiegand-26:03:1A2B",
        "34, true, 12345678, keys 12345678",
        "26, true, 12345678901, text",
        "26, true, https://a.b/t?x, text",
        "26, false, HC1:6BF, text"
    })
    void a_line_of_text_is_a_card_keys_or_a_code(
            String bits, boolean keypad, String text, String expected) throws InterruptedException {
        CardFormat format =
                CardFormat.USUAL.stream()
                        .filter(each -> each.name().endsWith(bits))
                        .findFirst()
                        .orElseThrow();
        HeardReaders heard = new HeardReaders();
        new TypedText(new ReaderPlan(READER, "r", format, keypad, true), heard).tell(text);
        List<String> all = new ArrayList<>();
        String next = heard.poll(0, TimeUnit.SECONDS);
        while (next != null) {
            all.add(next);
            next = heard.poll(0, TimeUnit.SECONDS);
        }
        assertEquals(expected, meaning(format, all, text));
    }

    private static String meaning(CardFormat format, List<String> all, String text) {
        String first = all.getFirst();
        if (first.startsWith("r card ")) {
            return Wiegand.decode(format, new CardBits(first.substring(7))).orElseThrow().value();
        }
        if (first.startsWith("r key ")) {
            assertEquals("r key ENTER", all.getLast());
            StringBuilder digits = new StringBuilder();
            all.subList(0, all.size() - 1)
                    .forEach(key -> digits.append(key.charAt(key.length() - 1)));
            return "keys " + digits;
        }
        assertEquals(List.of("r text " + text), all);
        return "text";
    }
}
