package org.menfang.site;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.site.CardFormat.Field;
import org.menfang.site.CardFormat.Parity;

class CardFormatTest {
    private static final Field NUMBER = new Field(1, 8);

    @Test
    void every_bit_has_one_meaning() {
        refused(9, new Field(0, 8), List.of()); // bit 8 has none
        refused(9, new Field(1, 9), List.of(over(0, NUMBER, 9))); // bit 9 is not there
        refused(9, new Field(0, 9), List.of(over(0, NUMBER, 9))); // bit 0 has two
        refused(9, NUMBER, List.of(over(0, NUMBER, 9), over(0, NUMBER, 9)));
    }

    @Test
    void a_parity_bit_is_taken_over_what_was_made_before_it() {
        Field nearlyAll = new Field(1, 9);
        refused(10, NUMBER, List.of(over(0, nearlyAll, 10), over(9, NUMBER, 10)));
        new CardFormat(
                "club", 10, null, NUMBER, List.of(over(9, NUMBER, 10), over(0, nearlyAll, 10)));
        assertThrows(IllegalArgumentException.class, () -> over(1, NUMBER, 9));
    }

    @Test
    void a_mask_is_as_long_as_the_format() {
        refused(9, NUMBER, List.of(over(0, NUMBER, 10)));
    }

    @Test
    void a_format_has_8_to_128_bits_and_a_facility_up_to_32() {
        refused(7, new Field(0, 7), List.of());
        refused(129, new Field(0, 129), List.of());
        new CardFormat("club", 128, null, new Field(0, 128), List.of());
        new CardFormat("club", 40, new Field(0, 32), new Field(32, 8), List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> new CardFormat("club", 41, new Field(0, 33), new Field(33, 8), List.of()));
    }

    private static void refused(int bits, Field number, List<Parity> parities) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new CardFormat("club", bits, null, number, parities));
    }

    private static Parity over(int bit, Field field, int length) {
        return Parity.over(Parity.Kind.EVEN, bit, field, length);
    }
}
